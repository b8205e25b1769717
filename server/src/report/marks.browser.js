// Runs in the report, in the panel and in a file: the keys in charts, the line below them that says what a mark is, and
// the details that hide where a link leads.
(() => {
  'use strict';

  const NEXT = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  const markOf = (event) => (event.target instanceof Element ? event.target.closest('a.mark') : null);
  const marksOf = (mark) => [...mark.closest('svg').querySelectorAll('a.mark')];

  /** The mark of the nearest row above or below that lies nearest across. */
  const acrossRows = (mark, step) => {
    const row = Number(mark.dataset.row);
    const others = marksOf(mark).filter((other) => (Number(other.dataset.row) - row) * step > 0);
    const middle = (other) => {
      const { left, width } = other.getBoundingClientRect();
      return left + width / 2;
    };
    const here = middle(mark);
    const distance = (other) =>
      Math.abs(Number(other.dataset.row) - row) * 1e6 + Math.abs(middle(other) - here);
    return others.sort((a, b) => distance(a) - distance(b))[0];
  };

  const towards = (mark, key) => {
    const marks = marksOf(mark);
    if (key === 'Home') return marks[0];
    if (key === 'End') return marks[marks.length - 1];
    const step = NEXT[key];
    if (step === undefined) return undefined;
    if ('row' in mark.dataset && (key === 'ArrowUp' || key === 'ArrowDown')) return acrossRows(mark, step);
    return marks[marks.indexOf(mark) + step];
  };

  const read = (mark) => {
    const readout = mark.closest('.chart')?.querySelector('.readout');
    if (readout) readout.textContent = mark.getAttribute('aria-label');
  };

  document.addEventListener('keydown', (event) => {
    const mark = markOf(event);
    if (!mark || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const next = towards(mark, event.key);
    if (next === undefined && NEXT[event.key] === undefined) return;
    event.preventDefault();
    if (next === undefined) return;
    next.focus();
  });

  document.addEventListener('focusin', (event) => {
    const mark = markOf(event);
    if (!mark) return;
    for (const other of marksOf(mark)) other.setAttribute('tabindex', other === mark ? '0' : '-1');
    read(mark);
  });

  document.addEventListener('pointerover', (event) => {
    const mark = markOf(event);
    if (mark) read(mark);
  });

  for (const leave of ['focusout', 'pointerout']) {
    document.addEventListener(leave, (event) => {
      const mark = markOf(event);
      const readout = mark?.closest('.chart')?.querySelector('.readout');
      if (readout) readout.textContent = '';
    });
  }

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
    target.scrollIntoView({ block: 'center' });
    target.setAttribute('tabindex', '-1');
    target.focus({ preventScroll: true });
  };
  window.addEventListener('hashchange', reveal);
  // A link to where one is already changes no address.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link && !event.defaultPrevented && link.getAttribute('href') === location.hash) reveal();
  });
  if (location.hash) reveal();
})();
