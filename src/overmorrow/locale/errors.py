"""Sentences about what went wrong, where, and what to do."""

MESSAGES: dict[str, tuple[str, str]] = {
    "prefix": ("오류:", "error:"),
    "warning": ("알림:", "note:"),
    "pretended_time": (
        "QUIZ_NOW=‘{text}’{text|은|는} 날짜가 아니에요. 보기: 2026-11-24T09:30",
        "QUIZ_NOW=‘{text}’ is not a time. Example: 2026-11-24T09:30",
    ),
    "clock_believed": (
        "이 날짜가 맞는 것으로 할게요. 하던 것을 다시 하세요.",
        "This date holds from now on. Do again what you were doing.",
    ),
    "clock_behind": (
        "컴퓨터 날짜가 마지막 공부({last_day})보다 {days}일 앞이에요. 맞으면 y, 아니면 시계를 고치고 다시 하세요.",
        "The clock is {days} days before your last study day ({last_day}). y if right, else fix it and try again.",
    ),
    "settings_unreadable": (
        "{path}{path|을|를} 읽을 수 없어요. 권한과 글자 형식(UTF-8)을 확인하세요.",
        "{path} cannot be read. Check its permissions and that it is UTF-8.",
    ),
    "settings_not_toml": (
        "{path}{path|은|는} TOML이 아니에요: {detail}. 고치거나 지우면 기본값으로 시작해요.",
        "{path} is not TOML: {detail}. Mend it, or delete it to start with the defaults.",
    ),
    "settings_unknown": (
        "{path} {line}줄: ‘{key}’{key|은|는} 없는 설정이에요. 나머지는 읽었어요.",
        "{path} line {line}: unknown ‘{key}’. The rest was read.",
    ),
    "settings_unknown_near": (
        "{path} {line}줄: ‘{key}’{key|은|는} 없는 설정이에요. 혹시 ‘{near}’? 나머지는 읽었어요.",
        "{path} line {line}: unknown ‘{key}’. Did you mean ‘{near}’? The rest was read.",
    ),
    "settings_value": (
        "{path} {line}줄: ‘{key}’에 {value}{value|은|는} 쓸 수 없어요. 쓸 수 있는 값: {allowed}. 나머지는 읽었어요.",
        "{path} line {line}: ‘{key}’ cannot be {value}. Allowed: {allowed}. The rest was read.",
    ),
    "setting_unknown": (
        "‘{key}’{key|은|는} 없는 설정이에요. settings 명령이 모두 보여 줘요.",
        "Unknown setting ‘{key}’. The command settings lists them all.",
    ),
    "setting_unknown_near": (
        "‘{key}’{key|은|는} 없는 설정이에요. 혹시 ‘{near}’?",
        "Unknown setting ‘{key}’. Did you mean ‘{near}’?",
    ),
    "setting_value": (
        "‘{key}’에 {value}{value|은|는} 쓸 수 없어요. 쓸 수 있는 값: {allowed}.",
        "‘{key}’ cannot be {value}. Allowed: {allowed}.",
    ),
    "setting_not_written": (
        "{path}의 ‘{key}’ 줄을 고칠 수 없어요. 파일을 열어 직접 고치세요. 바뀐 것은 없어요.",
        "The line of ‘{key}’ in {path} cannot be changed. Edit the file itself. Nothing changed.",
    ),
    "unexpected": (
        "뜻밖의 오류예요. 지금까지 한 답은 저장돼 있어요. 기록: {log}",
        "Unexpected error. All answers so far are saved. Log: {log}",
    ),
}
