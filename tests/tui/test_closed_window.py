import io
import threading

from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from overmorrow.tui.closed_window import WindowOutput


class ClosedWindow(io.StringIO):
    """Takes nothing any more."""

    def write(self, text: str) -> int:
        raise OSError(5, "Input/output error", text)

    def flush(self) -> None:
        raise OSError(5, "Input/output error")


def test_writing_on_into_a_closed_window_ends() -> None:
    writer = WriterThread(WindowOutput(ClosedWindow()))  # type: ignore[arg-type]  # it is like a file

    def write() -> None:
        for _ in range(10 * MAX_QUEUED_WRITES):
            writer.write("x")
        writer.stop()

    writer.start()
    learner = threading.Thread(target=write, daemon=True)
    learner.start()
    learner.join(timeout=60)
    assert not learner.is_alive()


def test_an_open_window_gets_everything() -> None:
    window = io.StringIO()
    output = WindowOutput(window)
    assert output.write("가나") == 2
    output.flush()
    assert window.getvalue() == "가나"
    assert output.isatty() is False
