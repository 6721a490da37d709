"""Types at shells and looks at what the completions offer."""

import shutil
import subprocess
import sys
import time

import pexpect

# What is typed, and what must be offered or filled in.
CASES = [
    ("vaxdash upt", ["uptake"]),
    ("vaxdash second", ["second-dose"]),
    ("vaxdash uptake --immuno", ["--immunosuppressed"]),
    ("vaxdash uptake --by eth", ["ethnicity"]),
    ("vaxdash uptake --by ", ["practice", "pcn", "cohort", "age", "gender", "ethnicity", "imd"]),
    ("vaxdash uptake --campaign spring-", ["spring-2022", "spring-2025"]),
    ("vaxdash uptake --format ", ["table", "csv", "json", "xlsx"]),
    ("vaxdash invites --target acc", ["accubook", "accurx-batch", "accurx-web"]),
    ("vaxdash invites --dose ", ["first", "second", "third-primary", "booster", "campaign"]),
    ("vaxdash dashboard --with", ["--with-patients"]),
    ("vaxdash completions ", ["bash", "zsh", "fish", "powershell", "elvish"]),
]
MARK = "READY> "


def typed(shell, start):
    """What a shell shows when each case is typed with TABs."""
    shown = []
    for line, wanted in CASES:
        child = pexpect.spawn(shell[0], shell[1:], encoding="utf-8", dimensions=(60, 200), timeout=60)
        for command in start:
            child.sendline(command)
        child.sendline("echo be''gin")
        child.expect("begin\r\n")
        child.send(line + "\t")
        text, began, tabs = "", time.monotonic(), 1
        # A shell may want up to three TABs before it lists, and a slow machine time.
        while time.monotonic() - began < 20 and not all(word in text for word in wanted):
            try:
                text += child.read_nonblocking(4096, timeout=0.2)
            except pexpect.TIMEOUT:
                if tabs < 4 and time.monotonic() - began > tabs:
                    child.send("\t")
                    tabs += 1
        shown.append(text)
        child.close(force=True)
    return shown


def fish():
    """What fish offers for each case."""
    ask = "source completions/vaxdash.fish; complete -C \"{}\""
    run = lambda line: subprocess.run(["fish", "-c", ask.format(line)], check=True, capture_output=True, text=True)
    return [run(line).stdout for line, _ in CASES]


SHELLS = {
    "bash": lambda: typed(["bash", "--norc", "--noprofile", "-i"], [f"PS1='{MARK}'", "source completions/vaxdash.bash"]),
    "zsh": lambda: typed(
        ["zsh", "-f", "-i"],
        [f"PS1='{MARK}'", "LISTMAX=0", "fpath=(completions $fpath)", "autoload -U compinit", "compinit -u -D"],
    ),
    "fish": fish,
}

missing = 0
for name, ask in SHELLS.items():
    if not shutil.which(name):
        sys.exit(f"{name} is not installed")
    for (line, wanted), shown in zip(CASES, ask()):
        # The generator of fish completions knows options and commands, not what stands alone.
        if name == "fish" and line == "vaxdash completions ":
            continue
        lacks = [word for word in wanted if word not in shown]
        if lacks:
            missing += 1
            print(f"{name}: {line!r} does not offer {', '.join(lacks)}: {shown!r}")
    print(f"{name}: {len(CASES)} lines typed")
sys.exit(1 if missing else 0)
