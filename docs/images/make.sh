#!/usr/bin/env bash
# Makes the pictures of README.md from the running program: builds it, serves the demonstration from an empty store, and photographs its pages with Chromium.
# Run it when a page has changed its looks: docs/images/make.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

images=$PWD/docs/images
program=$PWD/src/Dashboard/bin/Release/net10.0/Dashboard.dll
browser=${CHROMIUM_PATH:-/usr/bin/chromium}
url=http://127.0.0.1:5197
dotnet build src/Dashboard --configuration Release -v quiet >/dev/null
folder=$(mktemp -d)
(cd "$folder" && exec dotnet "$program" serve --store pictures.db --urls "$url" >"$folder/log" 2>&1) &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true; rm -rf "$folder"' EXIT
until curl -sf -o /dev/null "$url/"; do
    kill -0 "$server"
    sleep 0.5
done

# picture NAME WIDTH HEIGHT PATH
picture() {
    "$browser" --headless --no-sandbox --disable-gpu --disable-background-networking --disable-quic --hide-scrollbars \
        --user-data-dir="$folder/profile" --window-size="$2,$3" --screenshot="$images/$1.png" "$url$4" >/dev/null 2>&1
    echo "$1.png"
}

picture oversikt 1280 1100 '/?lang=sv&indicator=fam_economic_assistance'
picture kommun 1280 1100 '/kommun/0682?lang=sv'
picture lansmatris 1280 1100 '/lansmatris?lang=sv'
picture jamfor 1280 1000 '/jamfor?lang=sv&indicator=fam_economic_assistance'
picture profil 1280 1100 '/profil?lang=sv&area=0682'
picture utveckling 1280 1100 '/utveckling?lang=sv&indicator=fam_economic_assistance'
picture aldersstege 1280 1100 '/aldersstege?lang=sv&area=0682'
picture metoder 1280 1100 '/metoder?lang=sv'
picture samverkan 1280 1100 '/samverkan?lang=sv'
