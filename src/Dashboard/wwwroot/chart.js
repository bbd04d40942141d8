// Places in pictures: arrow keys move between them, a tip tells what stands there. Without this the links and the table still work.

const tip = document.createElement('div');
tip.className = 'chart-tip';
tip.setAttribute('aria-hidden', 'true'); // The place itself has the same words as its name.
tip.hidden = true;

function show(point) {
  const picture = point.closest('.chart-sheet');
  const frame = picture.getBoundingClientRect();
  const place = point.getBoundingClientRect();
  picture.append(tip);
  tip.textContent = point.getAttribute('aria-label');
  tip.hidden = false;
  const left = place.left + place.width / 2 - frame.left - tip.offsetWidth / 2;
  const above = place.top - frame.top - tip.offsetHeight;
  tip.style.left = `${Math.max(0, Math.min(left, frame.width - tip.offsetWidth))}px`;
  tip.style.top = `${above < 0 ? place.bottom - frame.top : above}px`;
}

function hide() {
  tip.hidden = true;
}

function middle(point) {
  const place = point.getBoundingClientRect();
  return { x: place.left + place.width / 2, y: place.top + place.height / 2 };
}

// The nearest place in a direction; what lies aside counts twice.
function nearest(from, points, dx, dy) {
  const start = middle(from);
  let best = null;
  let least = Infinity;
  for (const point of points) {
    const { x, y } = middle(point);
    const ahead = (x - start.x) * dx + (y - start.y) * dy;
    const aside = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
    const distance = ahead + 2 * aside;
    if (point !== from && ahead > 0.5 && distance < least) {
      [best, least] = [point, distance];
    }
  }
  return best;
}

const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function move(event) {
  const from = event.target.closest('.chart-point');
  if (!from || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  if (event.key === 'Escape') {
    hide();
    return;
  }
  const points = [...from.parentNode.querySelectorAll('.chart-point')];
  const to = event.key in directions ? nearest(from, points, ...directions[event.key])
    : event.key === 'Home' ? points[0]
    : event.key === 'End' ? points.at(-1)
    : null;
  if (to) {
    event.preventDefault();
    from.setAttribute('tabindex', '-1');
    to.setAttribute('tabindex', '0');
    to.focus();
  }
}

const pointOf = event => event.target instanceof Element ? event.target.closest('.chart-point') : null;

document.addEventListener('keydown', move);
document.addEventListener('focusin', event => { const point = pointOf(event); if (point) { show(point); } });
document.addEventListener('focusout', event => { if (pointOf(event)) { hide(); } });
document.addEventListener('pointerover', event => {
  const point = pointOf(event);
  if (point) {
    show(point);
  } else if (!tip.hidden && !tip.contains(event.target)) {
    hide();
  }
});
