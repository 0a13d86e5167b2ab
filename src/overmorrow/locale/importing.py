"""Sentences about importing a deck."""

MESSAGES: dict[str, tuple[str, str]] = {
    "refused": (
        "{path}{path|을|를} 읽을 수 없어요. 고칠 곳이 {count}군데 있어요.",
        "{path} cannot be imported: {count} {count|thing|things} to mend.",
    ),
}
