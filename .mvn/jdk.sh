# Sourced by the launcher and by verify: exports JAVA_HOME of a JDK 25, or ends with one clear line.

jdk_is_25() {
    [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release"
}

find_jdk() {
    local on_path candidate
    on_path=$(command -v javac 2>/dev/null || true)
    [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
    for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25* \
        "$HOME"/.jdks/*25* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/*jdk*25*; do
        if [ -n "$candidate" ] && jdk_is_25 "$candidate"; then
            JAVA_HOME=$candidate
            export JAVA_HOME
            return 0
        fi
    done
    echo "weserv-status needs a JDK 25 and found none; install one (Debian: temurin-25-jdk) or set JAVA_HOME to it" >&2
    return 1
}
