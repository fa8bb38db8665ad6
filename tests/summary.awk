# Adds up the tests of .trx files: lists what failed and what was skipped, with the reason, then the sum.
# One record per element: a text never holds a bare "<", so nothing a test prints is taken for a result.
# Variable: broken = test projects that broke off, each counted as one failure.

function attribute(name,    at, rest) {
  at = index($0, " " name "=\"")
  if (at == 0) return ""
  rest = substr($0, at + length(name) + 3)
  return text(substr(rest, 1, index(rest, "\"") - 1))
}

function text(s) {
  gsub(/&lt;/, "<", s)
  gsub(/&gt;/, ">", s)
  gsub(/&quot;/, "\"", s)
  gsub(/&apos;/, "'", s)
  gsub(/&#x[Dd];|&#x[Aa];/, " ", s)
  gsub(/&amp;/, "\\&", s)
  return s
}

function one_line(s) {
  gsub(/[ \t\r\n]+/, " ", s)
  sub(/^ /, "", s)
  sub(/ $/, "", s)
  return s
}

function close_result() {
  if (outcome == "") return
  if (outcome == "Passed") passed++
  else if (outcome == "NotExecuted") skips = skips "\n  " name ": " (reason == "" ? "no reason given" : reason)
  else failures = failures "\n  " name ": " (reason == "" ? outcome : reason)
  if (outcome == "NotExecuted") skipped++
  else if (outcome != "Passed") failed++
  outcome = ""
}

BEGIN { RS = "<"; passed = failed = skipped = 0 }

/^UnitTestResult[ \t\r\n]/ {
  close_result()
  name = one_line(attribute("testName"))
  outcome = attribute("outcome")
  if (outcome == "") outcome = "Error"
  reason = ""
}

/^Message>/ {
  if (outcome != "" && reason == "") reason = one_line(text(substr($0, index($0, ">") + 1)))
}

/^\/UnitTestResult>/ || /^\/Results>/ { close_result() }

END {
  close_result()
  failed += broken
  if (failures != "") print "Failed:" failures
  if (skips != "") print "Skipped:" skips
  printf "%d passed, %d failed", passed, failed
  if (skipped > 0) printf ", %d skipped", skipped
  print ""
}
