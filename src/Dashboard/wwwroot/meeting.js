// A meeting's slides and its presenter's window: keys, windows in step, a clock, decisions that are not lost with the network.
// The same text stands inside the file that a meeting is taken away as. Without it the links between slides still work.

const show = document.querySelector('[data-show]');
const talk = document.querySelector('[data-talk]');
const stage = show ?? talk;
const slides = stage ? [...stage.querySelectorAll('[data-slide]')] : [];
const channel = stage?.dataset.room && 'BroadcastChannel' in window ? new BroadcastChannel(`lagesbild-${stage.dataset.room}`) : null;
let blank = false;

const shown = () => stage.querySelector(':scope > section:target, :scope > .decide:target') ?? null;

// The list and the decisions are places too, but no slides: the slide shown last counts on.
let last = Math.max(0, slides.findIndex(x => x === shown() || (!slides.includes(shown()) && x.classList.contains('is-first'))));

function send() {
  channel?.postMessage({ slide: slides[last].dataset.slide, blank });
}

function setBlank(value) {
  blank = value;
  document.documentElement.classList.toggle('is-blank', blank && !!show);
  say(stage.querySelector('[data-blank]'), blank);
}

function say(place, on) {
  if (place) {
    place.hidden = !on;
    place.textContent = on ? place.dataset.text : '';
  }
}

// One mechanism with and without script: the place in the address decides which slide is seen. Replaced, so that going back leaves the show.
function open(id) {
  location.replace(`#${id}`);
  document.getElementById(id).querySelector('h2').focus({ preventScroll: true });
}

function go(to, told = false) {
  if (to < 0 || to >= slides.length) {
    return;
  }
  setBlank(false);
  open(slides[to].id);
  if (!told) {
    send();
  }
}

function arrived() {
  const to = slides.indexOf(shown());
  if (to >= 0 && to !== last) {
    last = to;
    turned();
    send();
  }
  document.documentElement.scrollTop = 0;
}

if (slides.length > 0) {
  addEventListener('hashchange', arrived);
  document.addEventListener('keydown', press);
  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data.ask) {
        send();
        return;
      }
      const to = slides.findIndex(x => x.dataset.slide === data.slide);
      if (to >= 0 && to !== last) {
        last = to;
        // In the presenter's window somebody may be writing: the cursor stays where it is.
        if (talk) {
          location.replace(`#${slides[to].id}`);
          turned();
        } else {
          go(to, true);
        }
      }
      setBlank(data.blank);
    };
    if (talk) {
      channel.postMessage({ ask: true });
    } else {
      send();
    }
  }
}

function press(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input, textarea, select, [contenteditable]')) {
    return;
  }
  const act = {
    ArrowRight: () => go(last + 1), PageDown: () => go(last + 1), ArrowLeft: () => go(last - 1), PageUp: () => go(last - 1),
    Home: () => go(0), End: () => go(slides.length - 1),
    b: () => { setBlank(!blank); send(); }, f: fill, Escape: show ? leave : undefined,
  }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (act) {
    event.preventDefault();
    // A dark screen first shows the slide it hid.
    if (blank && event.key.length > 1 && event.key !== 'Escape') {
      setBlank(false);
      send();
    } else {
      act();
    }
  }
}

function fill() {
  if (document.fullscreenElement) {
    document.exitFullscreen();
  } else {
    document.documentElement.requestFullscreen?.().catch(() => {});
  }
}

// To the meeting's list where the server answers; with the network gone to the list of slides in this page, so that the show is not lost.
function leave() {
  const here = shown()?.id === 'lista';
  setBlank(false);
  send();
  if (!show.dataset.leave) {
    open(here ? slides[last].id : 'lista');
    return;
  }
  const answer = new Image();
  const stay = () => {
    clearTimeout(patience);
    answer.onload = answer.onerror = null;
    open('lista');
    say(stage.querySelector('[data-lost]'), true);
  };
  const patience = setTimeout(stay, 2000);
  answer.onerror = stay;
  answer.onload = () => {
    clearTimeout(patience);
    location.assign(show.dataset.leave);
  };
  answer.src = `/favicon.svg?${Date.now()}`;
}

// The clock counts only while somebody has started it.
const clock = stage?.querySelector('[data-clock]');
const spent = { slide: 0, all: 0 };
let since = null;

function turned() {
  count();
  spent.slide = 0;
  tell();
  const view = stage.querySelector('[data-view]');
  // What somebody is writing about stays what it is about.
  if (view && !stage.querySelector('#beslut-text').value) {
    view.value = slides[last].dataset.slide;
  }
}

function count() {
  if (since !== null) {
    const now = performance.now();
    spent.slide += now - since;
    spent.all += now - since;
    since = now;
  }
}

function tell() {
  if (clock) {
    clock.querySelector('[data-clock-slide]').textContent = minutes(spent.slide);
    clock.querySelector('[data-clock-all]').textContent = minutes(spent.all);
  }
}

function minutes(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const two = x => String(x).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}` : `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

if (clock) {
  clock.hidden = false;
  const start = clock.querySelector('[data-clock-start]');
  const names = [start.textContent, start.dataset.stop];
  start.addEventListener('click', () => {
    count();
    since = since === null ? performance.now() : null;
    start.textContent = names[since === null ? 0 : 1];
    tell();
  });
  clock.querySelector('[data-clock-reset]').addEventListener('click', () => {
    spent.slide = spent.all = 0;
    since = since === null ? null : performance.now();
    tell();
  });
  setInterval(() => { count(); tell(); }, 500);
  turned();
}

// A decision is sent without leaving the page; where that fails, the fields stay and the page says so.
document.addEventListener('submit', async event => {
  const form = event.target.closest('[data-decide]');
  if (!form) {
    return;
  }
  event.preventDefault();
  const status = form.querySelector('[data-status]');
  const button = form.querySelector('[type=submit]');
  status.textContent = status.dataset.sending;
  button.disabled = true;
  try {
    const section = await decide(form);
    form.closest('[data-decisions]').replaceWith(section);
    const wrong = section.querySelector('[aria-invalid]');
    if (!wrong && !section.querySelector('#beslut-text').value) {
      section.querySelector('[data-view]').value = slides[last].dataset.slide;
    }
    (wrong ?? section.querySelector('#beslut-text')).focus();
    // Said after it stands in the page, or nobody hears it.
    const said = section.querySelector('[data-status]');
    const words = said.textContent;
    said.textContent = '';
    requestAnimationFrame(() => { said.textContent = words; });
  } catch {
    status.textContent = status.dataset.lost;
    button.disabled = false;
  }
});

async function decide(form) {
  const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), signal: AbortSignal.timeout(10000) });
  if (!answer.ok && answer.status !== 422 && answer.status !== 503) {
    throw new Error(answer.status);
  }
  const section = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-decisions]');
  if (!section?.querySelector('[data-decide]')) {
    throw new Error('no form');
  }
  return document.importNode(section, true);
}
