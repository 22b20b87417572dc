# Sourced by ../../heliograph and .ci/run; run by a test. Defines find_jdk, which prints the home of a JDK of version 21 or
# newer, or fails. It looks at JAVA_HOME, then at the PATH, then at the directories where JDKs usually lie.

readonly least_java=21

# The directories' parents; a test sets the variable to look elsewhere.
jdk_directories() {
  if [ -n "${HELIOGRAPH_JDK_DIRECTORIES+set}" ]; then
    printf '%s\n' $HELIOGRAPH_JDK_DIRECTORIES
    return
  fi
  printf '%s\n' /usr/lib/jvm /usr/java /opt /opt/java /usr/local/openjdk "$HOME/.sdkman/candidates/java" "$HOME/.jdks" \
    "$HOME/.local/share/mise/installs/java" /opt/homebrew/opt /usr/local/opt
  printf '%s\n' /Library/Java/JavaVirtualMachines
}

# Prints the major version of the JDK at $1: a JDK says it in its "release" file, so no virtual machine has to start.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

is_new_enough() {
  local version
  version=$(jdk_version "$1") && [ -n "$version" ] && [ "$version" -ge "$least_java" ]
}

# The JDK whose java is first on the PATH; links are followed by hand, as not every readlink has -f.
jdk_on_path() {
  local java target
  java=$(command -v java) || return 1
  while [ -L "$java" ]; do
    target=$(readlink "$java")
    case $target in
      /*) java=$target ;;
      *) java=$(dirname "$java")/$target ;;
    esac
  done
  (cd "$(dirname "$java")/.." && pwd -P)
}

find_jdk() {
  local parent home best= best_version=0 version
  if [ -n "${JAVA_HOME:-}" ] && is_new_enough "$JAVA_HOME"; then
    printf '%s\n' "$JAVA_HOME"
    return
  fi
  if home=$(jdk_on_path) && is_new_enough "$home"; then
    printf '%s\n' "$home"
    return
  fi
  while IFS= read -r parent; do
    for home in "$parent"/* "$parent"/*/Contents/Home "$parent"/*/libexec/openjdk.jdk/Contents/Home; do
      version=$(jdk_version "$home") && [ -n "$version" ] || continue
      if [ "$version" -ge "$least_java" ] && [ "$version" -gt "$best_version" ]; then
        best=$home best_version=$version
      fi
    done
  done < <(jdk_directories)
  [ -n "$best" ] && printf '%s\n' "$best"
}
