"""What is wrong with a search, where, and how it would be right."""

MESSAGES: dict[str, tuple[str, str]] = {
    "too_long": (
        "찾을 말이 너무 길어요. {most}자까지 쓸 수 있어요.",
        "The search is too long; {most} characters at most.",
    ),
    "too_slow": (
        "{seconds}초가 지나도 다 찾지 못해서 그만뒀어요. 낱말이나 덱을 더해서 좁혀 보세요.",
        "The search was stopped after {seconds} seconds. Narrow it by a word or a deck.",
    ),
    "too_many": (
        "찾을 말 {column}번째 칸: 조건이 너무 많아요. {most}개까지 쓸 수 있어요.",
        "Search, column {column}: too many terms; {most} at most.",
    ),
    "too_deep": (
        "찾을 말 {column}번째 칸: 괄호나 빼기가 너무 여러 겹이에요.",
        "Search, column {column}: too many brackets or minus signs inside each other.",
    ),
    "not_opened": (
        "찾을 말 {column}번째 칸: 닫는 괄호에 짝이 없어요. 글자로 찾으려면 \\)로 쓰세요.",
        "Search, column {column}: this bracket closes nothing. To look for the sign, write \\).",
    ),
    "not_closed": (
        "찾을 말 {column}번째 칸: 괄호를 닫지 않았어요. 글자로 찾으려면 \\(로 쓰세요.",
        "Search, column {column}: this bracket is not closed. To look for the sign, write \\(.",
    ),
    "empty_group": (
        "찾을 말 {column}번째 칸: 괄호 안이 비었어요.",
        "Search, column {column}: nothing stands in the brackets.",
    ),
    "lonely_or": (
        "찾을 말 {column}번째 칸: or 앞뒤에 찾을 말이 있어야 해요. 보기: 항저우 or 상하이",
        "Search, column {column}: something must stand on both sides of ‘or’. Example: Rome or Oslo",
    ),
    "lonely_not": (
        "찾을 말 {column}번째 칸: - 뒤에 뺄 말이 있어야 해요. 보기: -is:suspended",
        "Search, column {column}: something must follow the minus. Example: -is:suspended",
    ),
    "no_key": (
        "찾을 말 {column}번째 칸: ‘{key}’{key|은|는} 없는 조건이에요. 글자로 찾으려면 \\:로 쓰세요.",
        "Search, column {column}: there is no ‘{key}’. To look for the text itself, write \\:.",
    ),
    "no_key_near": (
        "찾을 말 {column}번째 칸: ‘{key}’{key|은|는} 없는 조건이에요. 혹시 ‘{near}’?",
        "Search, column {column}: there is no ‘{key}’. Did you mean ‘{near}’?",
    ),
    "wants_word": (
        "찾을 말 {column}번째 칸: ‘{key}’ 뒤에 쓸 수 있는 말: {known}",
        "Search, column {column}: after ‘{key}’ comes one of: {known}",
    ),
    "no_word": (
        "찾을 말 {column}번째 칸: ‘{key}’ 뒤에 ‘{word}’{word|을|를} 쓸 수 없어요. 쓸 수 있는 말: {known}",
        "Search, column {column}: ‘{word}’ cannot follow ‘{key}’. Known: {known}",
    ),
    "no_word_near": (
        "찾을 말 {column}번째 칸: ‘{key}’ 뒤에 ‘{word}’{word|을|를} 쓸 수 없어요. 혹시 ‘{near}’?",
        "Search, column {column}: ‘{word}’ cannot follow ‘{key}’. Did you mean ‘{near}’?",
    ),
    "wants_text": (
        "찾을 말 {column}번째 칸: ‘{key}’ 뒤에 찾을 글이 있어야 해요. 보기: {example}",
        "Search, column {column}: a text must follow ‘{key}’. Example: {example}",
    ),
    "wants_number": (
        "찾을 말 {column}번째 칸: ‘{key}’ 뒤에 수가 있어야 해요. 보기: {example}",
        "Search, column {column}: a number must follow ‘{key}’. Example: {example}",
    ),
    "wants_measure": (
        "찾을 말 {column}번째 칸: ‘{key}’ 뒤에 ivl, due, reps, lapses, ease 가운데 하나가 있어야 해요. 보기: {example}",
        "Search, column {column}: ‘{key}’ wants one of ivl, due, reps, lapses, ease. Example: {example}",
    ),
    "wants_sign": (
        "찾을 말 {column}번째 칸: ‘{key}’ 뒤에 견주는 표(<, >, <=, >=, =, !=)가 있어야 해요. 보기: {example}",
        "Search, column {column}: one of <, >, <=, >=, =, != must follow ‘{key}’. Example: {example}",
    ),
    "wants_day": (
        "찾을 말 {column}번째 칸: ‘{key}’ 뒤에 오늘, 내일, 모레나 며칠 뒤인지가 있어야 해요. 보기: {example}",
        "Search, column {column}: ‘{key}’ wants today, tomorrow, overmorrow or a number of days. Example: {example}",
    ),
    "not_number": (
        "찾을 말 {column}번째 칸: ‘{word}’{word|은|는} 여기에 쓸 수 없어요. {low}부터 {high}까지의 수를 쓰세요. 보기: {example}",
        "Search, column {column}: ‘{word}’ does not fit; a number from {low} to {high} does. Example: {example}",
    ),
    "no_figure": (
        "찾을 말 {column}번째 칸: ‘{key}’ 뒤의 ‘{word}’{word|은|는} 수가 아니에요. 보기: {example}",
        "Search, column {column}: ‘{word}’ after ‘{key}’ is no number. Example: {example}",
    ),
    "not_due_day": (
        "찾을 말 {column}번째 칸: ‘{word}’{word|은|는} 날이 아니에요. 오늘, 내일, 모레나 며칠 뒤인지를 쓰세요. 보기: {example}",
        "Search, column {column}: ‘{word}’ is no day; write today, tomorrow, overmorrow or a number of days. Example: {example}",
    ),
    "no_day": (
        "찾을 말 {column}번째 칸: ‘{word}’{word|은|는} 달력에 없는 날이에요. 보기: {example}",
        "Search, column {column}: there is no day ‘{word}’. Example: {example}",
    ),
    "takes_nothing": (
        "찾을 말 {column}번째 칸: ‘{key}’ 뒤에는 아무것도 쓰지 않아요.",
        "Search, column {column}: nothing follows ‘{key}’.",
    ),
    "long_regex": (
        "찾을 말 {column}번째 칸: 정규식이 너무 길어요. {most}자까지 쓸 수 있어요.",
        "Search, column {column}: the regular expression is too long; {most} characters at most.",
    ),
    "endless_regex": (
        "찾을 말 {column}번째 칸: 이 정규식은 끝없이 걸릴 수 있어요. 되풀이(*, +) 안의 되풀이나 갈래, 네 번째 되풀이, \\1이나 (?…) 없이 써 보세요.",
        "Search, column {column}: this regular expression might run for ever. Try without a repeat (*, +) of a repeat or of choices, with three repeats at most, and without \\1 or (?…).",
    ),
    "bad_regex": (
        "찾을 말 {column}번째 칸: 정규식을 읽을 수 없어요({detail}). 괄호가 있으면 따옴표로 묶으세요.",
        "Search, column {column}: this is no regular expression ({detail}). Put it in quotes if it has brackets.",
    ),
}
