import pytest

from overmorrow.exchange.web_page import is_web_page, page_text


def test_a_page_is_its_article() -> None:
    page = """<!-- saved --><html><head><title>강과 산 - 솔내신문</title>
        <style>p { color: red }</style></head><body>
        <nav><ul><li>첫 화면</li></ul></nav>
        <main><article><p>강은
        바다로 간다. <b>산</b>은 &quot;높다&quot;.</p><aside>광고</aside><p>끝이다.</p></article>
        </main><footer>ⓒ 솔내신문</footer></body></html>"""
    assert page_text(page) == '강과 산\n\n강은 바다로 간다. 산은 "높다".\n끝이다.'


@pytest.mark.parametrize(
    "page",
    [
        "<nav>" * 50_000 + "글",
        "<article>" * 50_000 + "글" + "</article>" * 50_000,
        "<" * 200_000,
        "<title" * 50_000,
    ],
    ids=["never closed", "deep", "no tags", "no title"],
)
def test_a_broken_page_takes_no_longer(page: str) -> None:
    assert len(page_text(page)) <= len(page)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><p>강</p>", True),
        ("\n <html lang='ko'>", True),
        ("<!-- saved from a site --><html>", True),
        ("강은 <b>길다</b>.", False),
        ("<headline>강", False),
        ("", False),
    ],
)
def test_a_page_shows_by_its_beginning(text: str, expected: bool) -> None:
    assert is_web_page(text) is expected


def test_the_title_stands_first_and_only_once() -> None:
    head = "<html><head><title>강 이야기 | 솔내신문</title></head><body>"
    assert page_text(f"{head}<p>강은 길다.</p></body></html>") == "강 이야기\n\n강은 길다."
    assert page_text(f"{head}<h1>강 이야기</h1><p>강은 길다.</p>") == "강 이야기\n강은 길다."
