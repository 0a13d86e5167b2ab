"""Sentences about the model that reads English."""

MESSAGES: dict[str, tuple[str, str]] = {
    "changed_model": (
        "영어 모델의 파일이 우리가 확인한 것과 달라서 쓰지 않아요: {name}. uv sync --extra en --reinstall 로 다시 설치하거나, 영어 모델 없이 만들어 주세요.",
        "The English model is not the one that was checked, so it is not used: {name}. Install it again with uv sync --extra en --reinstall, or make cards without it.",
    ),
}
