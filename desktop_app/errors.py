"""The one error that is meant for people."""

from desktop_app.messages import Message


class UserError(Exception):
    """Something the user can mend: what happened, and what to do about it."""

    def __init__(self, message: Message | str, hint: Message | str = "") -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint
