"""The teacher's rules, each with Korean and English cases: prompt, answer, aliases, type, typed."""

import pytest

from overmorrow.cards.card import Card
from overmorrow.cards.verdict import Verdict
from overmorrow.grading.grade import grade

COT, CLE, WRG = Verdict.CORRECT, Verdict.CLOSE, Verdict.WRONG
Case = tuple[str, str, str, Verdict]

FORM: list[Case] = [
    ("가장 큰 바다는?", "태평양", "태평양 입니다", COT),
    ("가장 큰 바다는?", "태평양", "“태평양”", COT),
    ("Largest ocean?", "Pacific Ocean", "the pacific-ocean.", COT),
    ("Largest ocean?", "Pacific Ocean", "ＰＡＣＩＦＩＣ\u200b Ocean", COT),
    ("Largest ocean?", "Pacific Ocean", "Pаcific Ocean", COT),  # a Cyrillic а
    ("Rh 음성 O형의 표기는?", "O-", "O−", COT),
    ("Rh 음성 O형의 표기는?", "O-", "O+", WRG),
    ("Chemical symbol for cobalt?", "Co", "CO", WRG),
    ("Output of the plant?", "500 MW", "500 mW", WRG),
    ("Half of one?", "1/2", "12", WRG),
    ("Half of one?", "1/2", "1.2", WRG),
    ("책의 두께는?", "5~6cm", "56cm", WRG),
]
SENTENCES: list[Case] = [
    ("고려를 세운 사람은?", "왕건", "왕건이지", COT),
    ("고려를 세운 사람은?", "왕건", "고려를 세운 사람은 왕건이다", COT),
    ("매출은?", "증가", "증가한다", COT),
    ("Capital of France?", "Paris", "I think it's Paris", COT),
    ("Capital of France?", "Paris", "the capital of France is Paris", COT),
    ("Capital of France?", "Paris", "Paris Hilton", WRG),
    ("동학농민운동이 시작된 해는?", "1894년", "1894년에 시작되었다", COT),
    ("When did the Wall fall?", "1989", "it fell in 1989", COT),
    ("When did the Wall fall?", "1989", "before 1989", WRG),
    ("What is the largest ocean?", "Pacific Ocean", "Pacific", COT),
    ("이순신이 전사한 해전은?", "노량 해전", "노량", COT),
    ("알리바바의 창업자는?", "마윈", "마윈(Jack Ma)", COT),
    ("거북선을 만들어 싸운 장군은?", "이순신", "거북선을 만든 장군은 이순신이다", COT),
    ("Composer of Don Giovanni", "Mozart", "Don Giovanni was composed by Mozart", COT),
    ("Composer of Don Giovanni", "Mozart", "Don Giovanni was not composed by Mozart", WRG),
    ("Capital of France?", "Paris", "Paris, France", COT),
]
PERSONS: list[Case] = [
    ("Who painted the Mona Lisa?", "Leonardo da Vinci", "da Vinci", COT),
    ("Who painted the Mona Lisa?", "Leonardo da Vinci", "Leonardo", WRG),
    ("Who composed it?", "Ludwig van Beethoven", "Bethoven", CLE),
    ("Who wrote it?", "Gabriel García Márquez", "Garcia Marquez", COT),
    ("알리바바를 세운 사람은?", "마윈", "마윈 회장님입니다", COT),
    ("French king executed in 1793?", "Louis XVI", "King Louis 16", COT),
    ("French king executed in 1793?", "Louis XVI", "Louis XIV", WRG),
    ("Who discovered radium?", "Marie Curie", "Madame Curie", COT),
    ("프랑스의 왕은?", "루이 14세", "루이 14세 국왕", COT),
]
MECHANICAL: list[Case] = [
    ("창업자는?", "마윈", "akdnls", COT),
    ("창업자는?", "마윈", "ㅁㅏㅇㅜㅣㄴ", COT),
    ("창업자는?", "마윈", "ㅁㅇ", WRG),
    ("몇 명인가?", "8명", "8aud", COT),
    ("Upload command?", "git push", "햣 ㅔㅕ노", COT),
]
SPELLING: list[Case] = [
    ("To arrange", "organize", "organise", COT),
    ("A shade", "colour", "color", COT),
    ("Pet that meows", "cat", "cats", COT),
    ("Plural of crash", "crashes", "crashs", CLE),
    ("four minus one", "four", "for", WRG),
    ("'street' auf Deutsch", "die Straße", "die Strasse", COT),
    ("Brazil's largest city", "São Paulo", "Sao Paulo", COT),
]
NUMBERS: list[Case] = [
    ("몇 명인가?", "3억8600만 명", "386 million people", COT),
    ("몇 명인가?", "3억8600만 명", "삼억 팔천육백만", COT),
    ("몇 명인가?", "3억8600만 명", "3억8700만 명", WRG),
    ("몇 명인가?", "3억8600만 명", "386만 명", WRG),
    ("2의 10제곱은?", "1024", "2¹⁰", COT),
    ("Half of one?", "1/2", "one half", COT),
    ("Half of one?", "1/2", "50%", COT),
    ("Which war?", "World War II", "world war two", COT),
    ("Which war?", "World War II", "World War III", WRG),
    ("Which king?", "Henry VIII", "Henry the Eighth", COT),
    ("그 팀의 순위는?", "3위", "세 번째", COT),
    ("그 팀의 순위는?", "3위", "13위", WRG),
    ("What kind of site?", "B2B", "B2C", WRG),
    ("Which version?", "IPv4", "IPv6", WRG),
    ("Formula of water?", "H2O", "HO2", WRG),
    ("Formula of water?", "H2O", "h2o", COT),
    ("Formula of glucose?", "C6H12O6", "C12H6O6", WRG),
    ("비율은?", "3/4", "4분의 3", COT),
    ("비율은?", "4분의 3", "3/4", COT),
    ("비율은?", "4분의 3", "3분의 4", WRG),
    ("비율은?", "삼분의 일", "1/3", COT),
    ("몇 살부터인가?", "만 18세", "만 열여덟 살", COT),
    ("뼈는 몇 개인가?", "206개", "이백여섯 개", COT),
    ("뼈는 몇 개인가?", "206개", "이백일곱 개", WRG),
    ("몇 살인가?", "123살", "백스물세 살", COT),
    ("프랑스의 왕은?", "루이 14세", "루이 XIV세", COT),
    ("프랑스의 왕은?", "루이 14세", "루이 십사세", COT),
    ("프랑스의 왕은?", "루이 십사세", "루이 14세", COT),
    ("프랑스의 왕은?", "루이 14세", "루이 십오세", WRG),
    ("프랑스의 왕은?", "루이 14세", "루이 XV세", WRG),
    ("어떤 함수인가?", "일차 함수", "이차 함수", WRG),
    ("Which symphony?", "Symphony No. 9", "Symphony No. IX", COT),
    ("Which symphony?", "Symphony No. 9", "Symphony No. nine", COT),
    ("Which symphony?", "Symphony No. 9", "Symphony No. eight", WRG),
]
UNITS: list[Case] = [
    ("해외 배송 목표는?", "72시간", "사흘", COT),
    ("해외 배송 목표는?", "72시간", "72분", WRG),
    ("영화의 길이는?", "90분", "한 시간 반", COT),
    ("영화의 길이는?", "90분", "90", CLE),
    ("백두산의 높이는?", "2744m", "2.744km", COT),
    ("높이는 몇 m인가?", "1947m", "1947", COT),
    ("높이는 몇 m인가?", "1947m", "1947km", WRG),
    ("매출은?", "912억 위안", "912억", CLE),
    ("매출은?", "912억 위안", "912억 원", WRG),
    ("매출은?", "912억 위안", "91.2 billion yuan", COT),
    ("Revenue?", "$2.3bn", "23억 달러", COT),
    ("Internet speed?", "100 Mbps", "100 MB/s", WRG),
    ("Storage?", "2TB", "2000 GB", COT),
    ("Storage?", "2TB", "2tb", CLE),
    ("Boiling point of water?", "100 °C", "373.15 K", COT),
    ("Boiling point of water?", "100 °C", "100 °F", WRG),
    ("섭씨 몇 도인가?", "0도", "32도", WRG),
    ("염색체는 몇 개인가?", "46개", "23 pairs", COT),
    ("How many bits are in a byte?", "8", "8 bytes", WRG),
    ("그의 나이는?", "19세", "열아홉 살", COT),
    ("걸린 기간은?", "열흘", "10일", COT),
    ("걸린 기간은?", "열흘", "240시간", COT),
    ("걸린 기간은?", "열흘", "ten days", COT),
    ("걸린 기간은?", "열흘", "열하루", WRG),
    ("How heavy is it?", "2 pounds", "£2", WRG),
    ("How heavy is it?", "2 pounds", "2 lbs", COT),
    ("What did it cost?", "2 pounds", "£2", COT),
]
DATES: list[Case] = [
    ("정부 수립일은?", "1948년 8월 15일", "1948. 8. 15.", COT),
    ("정부 수립일은?", "1948년 8월 15일", "15 Aug 1948", COT),
    ("정부 수립일은?", "1948년 8월 15일", "1948년 8월", CLE),
    ("정부 수립일은?", "1948년 8월 15일", "8월 15일", CLE),
    ("정부 수립일은?", "1948년 8월 15일", "1945년 8월 15일", WRG),
    ("몇 년 몇 월인가?", "2016년 3월", "03/2016", COT),
    ("몇 년 몇 월인가?", "2016년 3월", "2016", CLE),
    ("In what year?", "1945", "'45", CLE),
    ("In what year?", "1945", "1940s", WRG),
    ("통일한 해는?", "기원전 221년", "221 BC", COT),
    ("통일한 해는?", "기원전 221년", "221년", WRG),
    ("몇 시에 시작하나?", "오전 9시 30분", "9시 반", CLE),
    ("몇 시에 시작하나?", "오전 9시 30분", "21:30", WRG),
    ("When does it close?", "6 pm", "18:00", COT),
    ("When does it close?", "11:45 pm", "11.45 p.m.", COT),
    ("When does it close?", "11:45 pm", "11.45 a.m.", WRG),
    ("When does it close?", "3:30 pm", "3.30pm", COT),
    ("언제 나왔나?", "2016년 3월", "3월 16일", WRG),
]
RANGES: list[Case] = [
    ("회의는?", "오후 1~3시", "13:00-15:00", COT),
    ("회의는?", "오후 1~3시", "오후 1시부터 3시까지", COT),
    ("회의는?", "오후 1~3시", "1~3시", CLE),
    ("회의는?", "오후 1~3시", "오후 3시", WRG),
    ("Pages of chapter 2", "15-32", "pp. 15–32", COT),
    ("Pages of chapter 2", "15-32", "1532", WRG),
    ("인원은 몇 명인가?", "1300~1500만 명", "1300만~1500만 명", COT),
    ("인원은 몇 명인가?", "1300~1500만 명", "1300~1500명", WRG),
    ("Estimated damage?", "$2-3 million", "2 to 3 million dollars", COT),
    ("Estimated damage?", "$2-3 million", "$2 million to $3 million", COT),
    ("Estimated damage?", "$2-3 million", "200만~300만 달러", COT),
    ("Estimated damage?", "$2-3 million", "$2-3", WRG),
    ("Estimated damage?", "$2-3 million", "€2-3 million", WRG),
]
REGRESSIONS: list[Case] = [
    ("얼마인가?", "4219.5 L", "4.2195 m³", COT),  # 4219.5 is no month of the year 4219
    ("얼마인가?", "5 m²", "50000 cm²", COT),  # nor is m^2 a formula
    ("속력은?", "500 m/s", "500 ms", WRG),
    ("어느 해인가?", "1960s", "1960", WRG),  # the s is no plural
    ("What stands for www?", "World Wide Web", "wide world web", WRG),
    ("다음 중 포유류는? 고래, 상어", "고래", "고래, 상어", WRG),  # the prompt offers both
    ("설렘이 맞나?", "설렘", "설레임", CLE),  # 설레 + 임 is no other word here
    ("Say where in French", "où", "ou", CLE),
    ("Python's division", "//", "/", WRG),
]
HEDGES: list[Case] = [
    ("본사가 있는 도시는?", "항저우", "항저우 또는 상하이", WRG),
    ("본사가 있는 도시는?", "항저우", "항저우나 광저우", WRG),
    ("Capital of France?", "Paris", "Paris/London", WRG),
    ("Capital of France?", "Paris", "Paris, London", WRG),
    ("Which loop: while or do-while?", "do-while", "while or do-while", WRG),
    ("중국의 상거래 사이트는?", "타오바오", "중국은행, 타오바오", WRG),
    ("세 기둥은 물, 불, 그리고 무엇인가?", "바람", "물, 불, 바람", WRG),
    ("세 기둥은 물, 불, 그리고 무엇인가?", "바람", "물, 바람", WRG),
    ("세 기둥은 물, 불, 그리고 무엇인가?", "바람", "세 기둥은 물, 불, 그리고 바람이다", COT),
    ("시작한 해는?", "2003년", "2003? 2004?", WRG),
    ("시작한 해는?", "2003년", "2003년, 2003", COT),
]
TYPOS: list[Case] = [
    ("Flying person", "pilot", "pilto", CLE),
    ("Flying person", "pilot", "plot", WRG),
    ("A course", "dessert", "desert", WRG),
    ("Officials", "bureaucracy", "beaurocracy", CLE),
    ("Pet", "cat", "cta", WRG),
    ("허락을 받는 일", "결재", "결제", WRG),
    ("그릇을 씻는 일", "설거지", "설겆이", CLE),
    ("이끄는 능력", "리더십", "리더쉽", CLE),
    ("꿀을 모으는 곤충", "벌", "별", WRG),
    ("튀김 팬(외래어)", "프라이팬", "후라이팬", CLE),
    ("Acronym", "HTTPS", "HTTP", WRG),
    ("Cell division", "mitosis", "meiosis", WRG),
    ("병이 다 ___", "낫다", "났다", WRG),
    ("곤충은?", "파리", "피리", WRG),
    ("어제 선물을 ___", "받았다", "받앗다", CLE),
    ("점점 세게?", "크레셴도", "크레센도", CLE),
    ("'며칠'과 '몇일' 가운데 맞는 말은?", "며칠", "몇일", WRG),
    ("Alcohol in wine", "ethanol", "ethanal", WRG),
    ("Alcohol in wine", "ethanol", "ethonol", CLE),
    ("어떤 시대?", "DT 시대", "IT 시대", WRG),
    ("어떤 시대?", "DT 시대", "IT시대", WRG),
    ("오늘은 ___. 내일은 더 어렵다.", "어렵다", "더 어렵다", WRG),
    ("오늘은 어렵다. 내일은 ___.", "더 어렵다", "어렵다", WRG),
    ("'더 많이' in English", "more", "mroe", CLE),
]
POLARITY: list[Case] = [
    ("Capital of France?", "Paris", "not Paris", WRG),
    ("모회사는?", "알리바바", "알리바바가 아니다", WRG),
    ("'가능'의 반대말은?", "불가능", "가능", WRG),
    ("High blood pressure", "hypertension", "hypotension", WRG),
    ("Which one?", "import", "export", WRG),
    ("점점 세게?", "크레셴도", "데크레셴도", WRG),
    ("Is it a planet?", "no", "no, it is not", COT),
    ("Is it a planet?", "no", "not no", WRG),
]
NOTHING: list[Case] = [
    ("Capital of France?", "Paris", "", WRG),
    ("Capital of France?", "Paris", "?!", WRG),
    ("Capital of France?", "Paris", "idk", WRG),
    ("본사는?", "항저우", "잘 모르겠어요", WRG),
    ("'모르겠어요'를 영어로?", "I don't know", "i dont know", COT),
    ("Capital of France?", "Paris", "Paris " * 2000, WRG),
]


@pytest.mark.parametrize(
    ("prompt", "answer", "typed", "verdict"),
    [
        *FORM, *SENTENCES, *PERSONS, *MECHANICAL, *SPELLING, *NUMBERS, *UNITS, *DATES,
        *RANGES, *REGRESSIONS, *HEDGES, *TYPOS, *POLARITY, *NOTHING,
    ],
)  # fmt: skip
def test_each_rule_holds_without_a_hint(
    prompt: str, answer: str, typed: str, verdict: Verdict
) -> None:
    assert grade(typed, Card(key="q", prompt=prompt, answer=answer)).verdict is verdict


@pytest.mark.parametrize(
    ("lang", "answer", "typed", "verdict"),
    [
        ("de", "schön", "schon", WRG),
        ("de", "schön", "schoen", COT),
        ("de", "das Mädchen", "das Madchen", CLE),
        ("de", "das Mädchen", "das Märchen", WRG),
        ("fr", "le fromage", "fromage", COT),
        ("fr", "garçon", "garcon", CLE),
        ("fr", "étudiant", "l'étudiant", COT),
        ("es", "mañana", "manana", CLE),
        ("es", "gracias", "¡Gracias!", COT),
        ("ja", "ありがとう", "アリガトウ", COT),
        ("ja", "ありがとう", "ありがと", CLE),
        ("ja", "猫", "描", WRG),
    ],
)
def test_other_languages_keep_what_makes_another_word(
    lang: str, answer: str, typed: str, verdict: Verdict
) -> None:
    card = Card(key="q", prompt="?", answer=answer, lang=lang, answer_type="word")
    assert grade(typed, card).verdict is verdict


@pytest.mark.parametrize(
    ("answer_type", "answer", "typed", "verdict"),
    [
        ("code", "git push", "git  push", COT),
        ("code", "git push", "git pus", WRG),
        ("code", "ls", "1s", WRG),
        ("formula", "O(n²)", "O(n**2)", COT),
        ("formula", "O(n²)", "O(2n)", WRG),
        ("formula", "F = ma", "F=m*a", COT),
        ("formula", "F = ma", "F = mv", WRG),
        ("formula", "E = mc²", "mc^2 = E", COT),
        ("formula", "H2O", "H2O입니다", COT),
        ("formula", "H2O", "H2O2입니다", WRG),
        ("list", "빨강, 파랑, 노랑", "노랑 파랑 빨강", COT),
        ("list", "빨강, 파랑, 노랑", "빨강과 파랑과 노랑", COT),
        ("list", "빨강, 파랑, 노랑", "빨강, 노랑", CLE),
        ("list", "빨강, 파랑, 노랑", "빨강", WRG),
        ("list", "빨강, 파랑, 노랑", "빨강, 파랑, 노랑, 검정", WRG),
        ("list", "solid, liquid, gas", "1. solid 2. liquid 3. gas", COT),
        ("list", "New York, Ohio, North Dakota", "New York Ohio North Dakota", COT),
        ("ordered_list", "수성, 금성, 지구", "금성, 수성, 지구", WRG),
        ("ordered_list", "수성, 금성, 지구", "수성→금성→지구", COT),
    ],
)
def test_the_hint_sets_the_rule(
    answer_type: str, answer: str, typed: str, verdict: Verdict
) -> None:
    card = Card(key="q", prompt="?", answer=answer, answer_type=answer_type)
    assert grade(typed, card).verdict is verdict
