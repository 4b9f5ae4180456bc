#!/usr/bin/env bash
# Thousands of made-up requests against a running server: with a session of the demo's manager, with one of
# another restaurant's owner, and without any. Fails on a server error and on any answer that is not as
# /openapi.json says.
set -euo pipefail
cd "$(dirname "$0")/.."
cli=${1:-.build/debug/host-cli}
examples=${EXAMPLES:-150}
venv=.build/api-test
if [ ! -x "$venv/bin/schemathesis" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet schemathesis==4.32.5
fi

work=$(mktemp -d)
export BOOKING_DATA="$work/data" BOOKING_RULES=rules BOOKING_RATE_LIMITS=off
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
"$cli" setup --demo --format json > "$work/setup.json"
"$cli" setup --restaurant Elsewhere --slug elsewhere --timezone Europe/Paris --owner owner@elsewhere.example > /dev/null
echo "another-password" | "$cli" staff password owner@elsewhere.example --password-stdin > /dev/null
"$cli" serve --port 0 --format json > "$work/serve.json" 2> "$work/serve.log" &
server=$!
for _ in $(seq 100); do
  [ -s "$work/serve.json" ] && break
  kill -0 "$server"
  sleep 0.1
done
read_json() { python3 -c "import json,sys; d = json.load(open(sys.argv[1])); print(eval(sys.argv[2]))" "$1" "$2"; }
url=$(read_json "$work/serve.json" "d['url']")

token() {
  python3 - "$url" "$1" "$2" <<'PY'
import json, sys, urllib.request
url, email, password = sys.argv[1:]
body = json.dumps({"email": email, "password": password}).encode()
request = urllib.request.Request(url + "/api/session", body, {"Content-Type": "application/json"})
print(json.load(urllib.request.urlopen(request))["token"])
PY
}

# The event stream does not end, and signing out would end the session that is tested with.
run() {
  "$venv/bin/schemathesis" run "$url/openapi.json" --max-examples "$examples" --no-color \
    --phases examples,coverage,fuzzing --continue-on-failure --warnings off \
    --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,response_headers_conformance,unsupported_method,allow_header_conformance \
    --exclude-path /api/ops/events "$@"
}

manager=$(read_json "$work/setup.json" "[s['password'] for s in d['staff'] if s['role'] == 'manager'][0]")
status=0
echo "--- nobody";    run || status=1
echo "--- a manager"; run -H "Authorization: Bearer $(token manager@the-anchor.example "$manager")" \
  --exclude-operation-id deleteApiSession || status=1
echo "--- somebody else's owner"; run -H "Authorization: Bearer $(token owner@elsewhere.example another-password)" \
  --exclude-operation-id deleteApiSession || status=1
exit $status
