"""ODataError: what is asked of OData and cannot be given."""


class ODataError(ValueError):
    """A request that is not answered; the message is one sentence, `status` 400 or 404."""

    def __init__(self, sentence: str, status: int = 400):
        super().__init__(sentence)
        self.status = status
