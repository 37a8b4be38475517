"""Build hook: the commands that need a checkout are installed from a checkout only."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CheckoutCommands(BuildHookInterface[Any]):
    """Takes `cleanpage-bench` out of wheels: they hold the library alone, without `benchmarks`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002, D102
        if version != "editable":
            del self.metadata.core.scripts["cleanpage-bench"]
