"""How our templates become Python: a call is a call.

Jinja asks of each call whether what is called wants to know the template around it. Ours never does, and a page has
hundreds of calls.
"""

from __future__ import annotations

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


class PlainCalls(CodeGenerator):
    """Python in which a function is called as somebody would write it."""

    # The names are those of the parent.
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """`component("week")`."""
        if node.dyn_args or node.dyn_kwargs or forward_caller:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")
