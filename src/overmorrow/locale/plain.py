"""Lines of the plain dialogue."""

MESSAGES: dict[str, tuple[str, str]] = {
    "head": (
        "{scope}. {n}장. 명령은 :로 시작해요. :? 도움말, :q 끝.",
        "{scope}. {n} {n|card|cards}. Commands begin with a colon. :? help, :q quit.",
    ),
    "nothing": ("지금 할 카드가 없어요.", "There is nothing to study now."),
    "place": ("{place}/{planned}. {kind}, {what}.", "{place}/{planned}. {kind}, {what}."),
    "drill_left": ("{kind}, {n}장 남음.", "{kind}, {n} left."),
    "type_text": ("말", "text"),
    "type_number": ("수", "number"),
    "type_date": ("날짜", "date"),
    "type_list": ("목록", "list"),
    "type_ordered_list": ("차례 있는 목록", "list in order"),
    "type_choice": ("고르기", "choice"),
    "type_gap": ("빈칸", "gap"),
    "type_code": ("코드", "code"),
    "type_formula": ("식", "formula"),
    "type_long": ("스스로 채점", "you grade"),
    "answer": ("답>", "answer>"),
    "score": ("점수>", "score>"),
    "after": (":u 되돌리기, Enter 끝내기>", ":u undo, Enter quit>"),
    "revealed": ("스스로 채점하세요.", "Grade yourself."),
    "right_answer": ("정답: {answer}", "Answer: {answer}"),
    "source": ("출처: {source}", "Source: {source}"),
    "no_source": ("출처가 적혀 있지 않아요.", "No source is given."),
    "source_has_answer": (
        "출처에 답이 들어 있어요. 답을 쓴 다음에 보여 드려요.",
        "The source holds the answer; it is shown after you answer.",
    ),
    "sentence": ("글: {sentence}", "The text: {sentence}"),
    "remark": ("메모: {remark}", "Note: {remark}"),
    "offer": ("점수 제안 {quality}, {then}. {ways}.", "Proposed {quality}, {then}. {ways}."),
    "keys": (
        "Enter 그대로, {keys} 바꾸기, y t n u o",
        "Enter takes it, {keys} change, y t n u o",
    ),
    "ways": (
        "Enter 그대로, {keys} 바꾸기, y 맞은 걸로, t 오타, n 틀린 걸로, u 되돌리기, o 출처, ? 도움말",
        "Enter takes it, {keys} change, y I was right, t typo, n I was wrong, u undo, o source, ? help",
    ),
    "ways_untyped": (
        "Enter 그대로, {keys} 바꾸기, u 되돌리기, o 출처, ? 도움말",
        "Enter takes it, {keys} change, u undo, o source, ? help",
    ),
    "no_score": (
        "‘{key}’{key|은|는} 여기서 쓸 수 없어요. {how}.",
        "‘{key}’ means nothing here. {how}.",
    ),
    "sitting": (
        "지금 공부하는 중이에요. :q로 끝낸 다음에 고르세요.",
        "You are studying already. :q ends that, then choose.",
    ),
    "in_interval": ("{interval} 뒤", "in {interval}"),
    "no_schedule": ("일정은 그대로", "no effect on the schedule"),
    "saved_next": ("저장했어요. 다음은 {day}.", "Saved. Next on {day}."),
    "saved_again_today": ("저장했어요. 오늘 한 번 더 나와요.", "Saved. Once more today."),
    "saved_practice": (
        "저장했어요. 연습이라 일정은 그대로예요.",
        "Saved. Practice leaves the schedule alone.",
    ),
    "drill_done": ("오늘은 끝.", "Done for today."),
    "you_typed": ("그때 쓴 답: {typed}", "You had typed: {typed}"),
    "suspended": ("쉬게 했어요. :u 되돌리기.", "Suspended. :u undo."),
    "buried": ("내일로 미뤘어요. :u 되돌리기.", "Put off until tomorrow. :u undo."),
    "unknown": (
        "‘{key}’{key|은|는} 없는 명령이에요. :? 도움말. 콜론으로 시작하는 답은 ::로 쓰세요.",
        "There is no command ‘{key}’. :? help. Write an answer that begins with a colon as ::",
    ),
    "help_answer": (
        "답을 쓰고 Enter. 빈 줄은 모르겠어요. :a 답 보기, :h 힌트, :o 출처.",
        "Type the answer, then Enter. An empty line means I don't know. :a show the answer, :h hint, :o source.",
    ),
    "help_score": (
        "점수에서는 Enter 그대로, {keys} 바꾸기, y 맞은 걸로 하고 이 답을 더하기, t 오타, n 틀린 걸로, o 출처와 그 문장.",
        "At the score: Enter takes it, {keys} change it, y I was right and this answer counts from now on, t typo, n I was wrong, o source and its sentence.",
    ),
    "help_card": (
        ":s 쉬게 하기, :b 내일로, :e 고치기, :u 되돌리기, :r 다시 하기, :q 끝내기. 명령줄의 명령도 돼요. 보기: :stats.",
        ":s suspend, :b put off until tomorrow, :e edit, :u undo, :r redo, :q quit. Commands of the command line work too, such as :stats.",
    ),
    "summary": (
        "끝났어요. {n}장 가운데 처음에 맞힘 {right}. {time}. 내일 {tomorrow}장, 모레 {overmorrow}장.",
        "Done. {n} {n|card|cards}, {right} right at first sight. {time}. Tomorrow {tomorrow}, overmorrow {overmorrow}.",
    ),
}
