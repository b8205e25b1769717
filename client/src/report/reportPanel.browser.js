// Runs in the panel of the report: shows what it is told, section by section, and says which place is to be shown. What
// the reader has opened, scrolled to and stands on stays as it is while the draft changes.
(() => {
  'use strict';

  /** Pixels by which the room for a chart must change before the charts are drawn anew. */
  const WORTH_DRAWING = 24;

  const host = acquireVsCodeApi();
  const element = (id) => document.getElementById(id);
  const parts = element('parts');
  const shown = new Map();
  let draft;
  let width = 0;

  const room = () => Math.floor(parts.getBoundingClientRect().width);

  /** What has the focus in a section: a mark by its name, anything else by its place among the others. */
  const focusIn = (section) => {
    const active = document.activeElement;
    if (!active || !section.contains(active)) return undefined;
    return { mark: active.dataset.mark, index: focusable(section).indexOf(active) };
  };

  const focusable = (section) => [...section.querySelectorAll('a, summary, [tabindex="0"]')];

  const focusAgain = (section, { mark, index }) => {
    const again = mark
      ? section.querySelector(`[data-mark="${CSS.escape(mark)}"]`)
      : focusable(section)[index];
    (again ?? section.querySelector('a.mark, summary'))?.focus({ preventScroll: true });
  };

  const replace = (section, html) => {
    const focus = focusIn(section);
    const open = [...section.querySelectorAll('details[open]')].map(({ id }) => id);
    const scrolled = [...section.querySelectorAll('.wide')].map(({ scrollTop }) => scrollTop);
    section.innerHTML = html;
    for (const id of open) {
      const details = section.querySelector(`#${CSS.escape(id)}`);
      if (details) details.open = true;
    }
    section.querySelectorAll('.wide').forEach((wide, index) => {
      wide.scrollTop = scrolled[index] ?? 0;
    });
    if (focus) focusAgain(section, focus);
  };

  const showParts = (list) => {
    const kept = new Set(list.map(({ id }) => id));
    for (const child of [...parts.children]) if (!kept.has(child.dataset.part)) child.remove();
    for (const id of [...shown.keys()]) if (!kept.has(id)) shown.delete(id);
    let before = null;
    for (const { id, html } of list) {
      let section = parts.querySelector(`:scope > [data-part="${CSS.escape(id)}"]`);
      if (!section) {
        section = document.createElement('div');
        section.dataset.part = id;
        if (before) before.after(section);
        else parts.prepend(section);
      }
      if (shown.get(id) !== html) {
        replace(section, html);
        shown.set(id, html);
      }
      before = section;
    }
  };

  const keep = () => {
    host.setState({ draft, scroll: window.scrollY });
  };

  const setText = (id, text) => {
    const target = element(id);
    if (target.textContent !== text) target.textContent = text;
  };

  window.addEventListener('message', ({ data }) => {
    if (data?.type !== 'show') return;
    const first = draft === undefined;
    const another = !first && draft !== data.draft;
    draft = data.draft;
    setText('name', data.name);
    setText('about', data.about);
    setText('remark', data.remark);
    if (data.parts) showParts(data.parts);
    else if (another || first) showParts([]);
    if (first) {
      const before = host.getState();
      if (before?.draft === draft) window.scrollTo({ top: before.scroll ?? 0, behavior: 'instant' });
    } else if (another) window.scrollTo({ top: 0, behavior: 'instant' });
    keep();
  });

  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-place]') : null;
    if (!link) return;
    // VS Code would take it for a link into this page.
    event.preventDefault();
    event.stopPropagation();
    host.postMessage({ type: 'jump', place: link.getAttribute('data-place') });
  });

  let scrolling;
  window.addEventListener('scroll', () => {
    clearTimeout(scrolling);
    scrolling = setTimeout(keep, 200);
  });

  let resizing;
  new ResizeObserver(() => {
    if (Math.abs(room() - width) < WORTH_DRAWING) return;
    clearTimeout(resizing);
    resizing = setTimeout(() => {
      width = room();
      host.postMessage({ type: 'resized', width });
    }, 150);
  }).observe(parts);

  width = room();
  host.postMessage({ type: 'ready', width });
})();
