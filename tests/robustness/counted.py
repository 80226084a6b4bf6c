"""A text that tells how much of it was looked at: work that is counted, and not timed."""


class Counted(str):
    """A text that counts the characters that are copied out of it or searched through."""

    __slots__ = ("seen",)

    def __new__(cls, text):
        made = super().__new__(cls, text)
        made.seen = 0
        return made

    def __getitem__(self, key):
        part = super().__getitem__(key)
        self.seen += len(part)
        return part

    def __contains__(self, part):
        self.seen += len(self)
        return super().__contains__(part)

    def find(self, part, start=0, end=None):
        end = len(self) if end is None else end
        found = super().find(part, start, end)
        self.seen += (end if found < 0 else found) - start
        return found
