/** The form of "Which way do I install?". It is hidden until its script is there; the list of all ways always stands below. */
import { QUESTIONS } from '../docs/ways.mjs';
import { escape } from './theme.mjs';

const question = ({
  name,
  text,
  only,
  answers,
}) => `<fieldset class="ways__question" data-question="${name}"${only ? ' hidden' : ''}>
<legend class="ways__legend">${escape(text)}</legend>
<div class="ways__answers">
${answers
  .map(
    ([value, words]) =>
      `<label class="choice ways__answer"><input class="choice__input" type="radio" name="${name}" value="${value}"><span class="choice__face">${escape(words)}</span></label>`,
  )
  .join('\n')}
</div>
</fieldset>`;

export const wayForm = `<form class="ways" data-ways hidden>
${QUESTIONS.map(question).join('\n')}
<div class="ways__result" data-way>
<h2 class="ways__title">Your way</h2>
<p role="status" data-way-said>Answer the first two questions.</p>
<p data-way-start hidden><a class="button" data-way-link href="/docs/theme.html"></a></p>
<ul data-way-then hidden></ul>
<p><button class="button button--quiet" type="button" data-way-again>Begin again</button></p>
</div>
</form>
`;
