"""Every exception that cleanpage raises on purpose, apart from `TypeError` for a page of the wrong type."""

__all__ = ["CleanpageError", "LimitExceeded", "MissingExtraError", "OptionsError", "SelectorError", "UrlError"]


class CleanpageError(Exception):
    """Base of all errors of cleanpage. Its message names the value at fault and the remedy."""


class OptionsError(CleanpageError, ValueError):
    """An option has a value that cannot be used."""

    def __init__(self, option: str, value: object, remedy: str) -> None:
        super().__init__(f"Options({option}={value!r}): {remedy}")
        self.option = option
        self.value = value
        self.remedy = remedy


class LimitExceeded(CleanpageError):
    """A page went beyond a limit, with `Options(strict=True)`."""

    def __init__(self, option: str, value: float) -> None:
        remedy = f"raise {option}, or leave strict=False for what can be read within it"
        super().__init__(f"the page goes beyond Options({option}={value!r}): {remedy}")
        self.option = option
        self.value = value
        self.remedy = remedy


class SelectorError(OptionsError):
    """A CSS selector of the options cannot be read."""

    def __init__(self, option: str, selector: str) -> None:
        remedy = "give a valid CSS selector, as in '.note, aside > p'; check brackets, quotes and pseudo-classes"
        super().__init__(option, selector, remedy)


class UrlError(CleanpageError, ValueError):
    """The `url` given for a page is not an absolute URL."""

    def __init__(self, url: str) -> None:
        super().__init__(f"url={url!r}: give the absolute URL of the page, as in 'https://example.org/a.html', or None")
        self.url = url


class MissingExtraError(CleanpageError, ImportError):
    """A feature needs a package that an optional extra of cleanpage brings."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs an extra: pip install 'cleanpage[{extra}]'")
        self.feature = feature
        self.extra = extra
