"""What a learner can mend is told in the status row, wherever it comes up; nothing ends for it.

It rests on one private name of Textual's, whose absence turns it off: then such an error
ends the program in words, as any other does.
"""

from textual.message import Message
from textual.message_pump import MessagePump

from overmorrow.errors import OvermorrowError


class ToldErrors(MessagePump):
    """Tells errors that its own handlers let through."""

    @property
    def can_tell(self) -> bool:
        """Whether there is a status row to tell them in."""
        return True

    def complain(self, error: OvermorrowError) -> None:
        """Tell what went wrong."""
        raise NotImplementedError

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except OvermorrowError as error:
            if not self.can_tell:
                raise
            self.complain(error)
