# shellcheck shell=bash disable=SC2034
# Sourced by run, test and .ci/run: names a Python 3.11 or newer in $python, and gets uv into $uv.

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    local name
    for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if new_enough "$name"; then
            "$name" -c 'import sys; print(sys.executable)'
            return
        fi
    done
    uv python find '>=3.11' 2>/dev/null && return
    echo "Longstride needs Python 3.11 or newer (python.org); none was found." >&2
    return 2
}

# prepare PURPOSE [ARGUMENTS]: exits 2 with a sentence where something stands in the way.
prepare() {
    python=$(find_python) || exit 2
    uv=$("$python" packaging/prepare.py "$@") || exit 2
    # A new environment uses the Python found here; one that stands keeps its own.
    [ -d "${UV_PROJECT_ENVIRONMENT:-.venv}" ] || export UV_PYTHON="$python"
}
