"""Words the rules know by heart."""


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


ARTICLES = words_of(
    """
    the a an der die das den dem des ein eine einen el la los las lo un una unos unas le les
    l une il gli du
    """
)
"""Leading articles of English, German, French, Spanish and Italian."""

FILLERS = words_of(
    """
    every definitely surely certainly 매년 해마다 당연히 물론 아마
    answer is are was were be it its this that they he she in on at of to for by from as
    with called named known means mean meaning think i my maybe probably perhaps about would
    say been has have had there so well just simply city country year date day es ist c est
    son fue era wurde war im en 정답 정답은 답 답은 그것은 이것은 그건 이건 바로 저는 제
    생각에는 생각엔 아마도 것 것은 뜻 뜻은 뜻함 말 의미 의미함 그 이 저 곳 곳은 해 때 입니다
    이다 이에요 예요 이라고 라고 라는 이라는 함 있다 한다 했다 된다 되었다 부른다 불린다 に
    は です だ
    """
)
"""Words of a sentence around an answer."""

DESIGNATORS = words_of(
    """
    그룹 회사 주식회사 기업 inc ltd corp corporation company co group plc gmbh ag
    """
)
"""What a company may be called besides its name."""

TITLES = words_of(
    """
    회장 회장님 대통령 왕 대왕 박사 교수 교수님 선생 선생님 씨 님 장군 총리 사장 대표 황제
    여왕 국왕 대제 여사 부인 경 제독 주석 수상 마담
    교황 감독 작가 시인 화가 의원 장관 목사 신부 스님 공주 왕자 창업자 창업주 king
    queen emperor empress president sir dr mr mrs ms miss professor prof saint st general
    lord lady pope prince princess chairman ceo founder captain admiral colonel judge
    chancellor madame madam monsieur dame tsar czar kaiser duke count doctor minister prime senator
    """
)
"""What may stand before or behind a person."""

NEGATIONS = words_of(
    """
    not no never neither without isnt arent wasnt werent doesnt dont didnt cannot cant wont
    non nicht kein keine ne pas jamais nunca ningún 아니다 아니에요 아니예요 아닙니다 아니야
    아니라 아님 아니고 아닌 아니지 아냐 않다 않은 않는 않음 않아요 않습니다 못 못한 안 없다
    없음 없는 없어요 없습니다 못하다 못함 못했다 말고 제외 빼고 아니었다 않았다 없었다
    아니죠 아녜요 except
    """
)
"""Words that turn an answer into its opposite."""

TURNING = words_of(
    """
    not before after until except nearly almost half per times than over under above below minus
    without plus ago opposite enemy rival unlike against 반대 반대말은 아닌 못한 제외한
    """
)
"""Words beside an answer that make it another one."""

DEGREES = words_of("더 덜 더욱 가장 제일 more most less least")
"""Words that make of hard harder and hardest."""

OR = words_of("or oder vs versus 또는 혹은 아니면")
"""Words between two candidates for one answer."""

UNKNOWN = words_of(
    """
    모름 몰라 몰라요 모르겠다 모르겠어요 모르겠습니다 모르겠음 모르겠네 모릅니다 모른다 글쎄
    글쎄요 패스 pass idk dontknow idontknow idonotknow ihavenoidea dunno noidea notsure
    iforgot forgot forget skip unknown 스킵 기억안남 기억이안남 기억안나 기억안나요
    기억이안나 기억이안나요 생각안나 생각이안나 생각안남 까먹었다 까먹었어요 까먹음 잊었다
    잊었어요 잊어버렸다 잊어버림 잘모르겠다 잘모르겠어요 잘모르겠습니다 잘모름 전혀모름
    전혀모르겠다 전혀모르겠어요 하나도모르겠다 ㅁㄹ 몰랑 noclue iamnotsure imnotsure
    idontremember icantremember cantremember dontremember nosé nose nolosé nolose
    jenesaispas weißnicht ichweißnicht weissnicht keineahnung わからない 分からない
    わかりません 知らない 知りません 不知道 답없음 노코멘트 포기 giveup igiveup tellme help
    기권
    """
)
"""Ways to say "I don't know", without spaces."""

YES = words_of(
    """
    yes yeah yep yup 예 네 넵 응 그래 그렇다 그래요 그렇습니다 맞다 맞아 맞아요 맞습니다
    true 참 sí si oui ja はい да
    """
)
"""Ways to say yes."""

NO = words_of(
    """
    no nope nah 아니오 아니요 아뇨 아니 아니다 아닙니다 아니에요 아니야 틀리다 틀렸다 틀림
    false 거짓 non nein いいえ нет
    """
)
"""Ways to say no."""

AGREEMENTS = words_of(
    """
    it is isnt not does doesnt did didnt do dont was wasnt are arent were can cant will they
    he she that thats its sir 그렇다 그렇습니다 그렇지 않다 않습니다 않아요 맞다 맞아요
    맞습니다 아니다 아닙니다
    """
)
"""What may follow a yes or no: it is not, 그렇지 않다."""
