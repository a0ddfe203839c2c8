/*
 * "Which way do I install?". The answers stand in the address, so that a way can be sent to somebody; radios are operated
 * by keyboard as browsers have them, and what comes of an answer is said once.
 */
import { QUESTIONS, isAsked, readAnswers, wayOf, writeAnswers } from './ways.mjs';

const form = document.querySelector('[data-ways]');
const place = (name) => form.querySelector(`[data-${name}]`);
const answersNow = () => readAnswers(new URLSearchParams(new FormData(form)));

function linkTo([page, name], link = document.createElement('a')) {
  link.href = `/docs/${page}.html`;
  link.textContent = name;
  return link;
}

function inItem(link) {
  const item = document.createElement('li');
  item.append('Then: ', link);
  return item;
}

/** What is not known yet, in words. */
function missing(answers) {
  const open = QUESTIONS.filter((it) => isAsked(it, answers) && !answers[it.name]);
  return open.length ? `Still to answer: ${open.map(({ text }) => text).join(' ')}` : '';
}

function draw() {
  const answers = answersNow();
  for (const question of QUESTIONS) {
    form.querySelector(`[data-question=${question.name}]`).hidden = !isAsked(question, answers);
  }
  const way = wayOf(answers);
  const said = way ? `Begin with “${way.start[1]}”. ${missing(answers)}` : missing(answers);
  if (place('way-said').textContent !== said.trim()) place('way-said').textContent = said.trim();
  place('way-start').hidden = !way;
  if (way) linkTo(way.start, place('way-link'));
  place('way-then').hidden = !way?.then.length;
  place('way-then').replaceChildren(...(way?.then ?? []).map((it) => inItem(linkTo(it))));
  return answers;
}

/** Sets the form to what the address says. */
function restore() {
  form.reset();
  for (const [name, value] of Object.entries(readAnswers(location.search))) {
    form.querySelector(`[name=${name}][value=${value}]`).checked = true;
  }
  draw();
}

form.addEventListener('change', () => {
  const query = writeAnswers(draw());
  // Not a new entry of the history for each answer: Back leaves the page.
  history.replaceState(null, '', `${location.pathname}${query && `?${query}`}`);
});
place('way-again').addEventListener('click', () => {
  history.replaceState(null, '', location.pathname);
  restore();
  form.querySelector('input').focus();
});
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('popstate', restore);

restore();
form.hidden = false;
document.documentElement.dataset.ways = 'ready';
