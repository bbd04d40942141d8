// The connection of the exploring page. What the page shows stands in its address, so that nothing is lost with a connection.

/* global Blazor */

const notice = document.getElementById('components-reconnect-modal');
const choices = () => document.querySelector('.explore-choosing');
const isLive = () => document.querySelector('.explore[data-live]') !== null;
const wait = time => new Promise(resolve => {
  const timer = setTimeout(resolve, time);
  // The network is back, or somebody looks again: try at once.
  addEventListener('online', () => { clearTimeout(timer); resolve(); }, { once: true });
});

let lost = false;
let focused = null;

function say(text) {
  notice.textContent = text;
}

async function isServerThere() {
  try {
    return (await fetch(location.href, { method: 'HEAD', cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

async function down() {
  if (lost) {
    return;
  }
  lost = true;
  focused = document.activeElement;
  say(notice.dataset.lost);
  const form = choices();
  if (form) {
    form.inert = true; // A choice that nobody hears would be lost.
  }
  for (let pause = 250; lost; pause = Math.min(pause * 2, 4000)) {
    await wait(pause);
    if (!await isServerThere()) {
      continue;
    }
    try {
      if (await Blazor.reconnect()) {
        up();
        return;
      }
    } catch {
      continue;
    }
    // The server is there and knows nothing of this page any more.
    say(notice.dataset.again);
    location.reload();
    return;
  }
}

function up() {
  if (!lost) {
    return;
  }
  lost = false;
  const form = choices();
  if (form) {
    form.inert = false;
  }
  if (focused?.isConnected && document.activeElement === document.body) {
    focused.focus();
  }
  say(notice.dataset.back);
  setTimeout(() => { if (!lost) { say(''); } }, 4000);
}

// Before the connection stands, a choice asks for the page as without script.
document.addEventListener('change', event => {
  if (!isLive() && event.target.form?.classList.contains('explore-choosing')) {
    event.target.form.requestSubmit();
  }
});

// The language changes, the rest of the address stays as it is now.
document.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest('a[hreflang]') : null;
  if (link) {
    const address = new URL(location.href);
    address.searchParams.set('lang', link.hreflang);
    link.href = address.pathname + address.search;
  }
}, { capture: true });

if (notice) {
  Blazor.start({
    // The connection speaks the page's language, whatever the cookie says by now.
    configureSignalR: builder => builder.withUrl(`_blazor?lang=${document.documentElement.lang}`),
    reconnectionHandler: { onConnectionDown: down, onConnectionUp: up },
  });
}
