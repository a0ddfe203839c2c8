import { defineTag } from '../shared/define-tag.js';
import { NotifyMeForm } from './notify-me-form.js';

defineTag('notify-me-form', NotifyMeForm);

declare global {
  interface HTMLElementTagNameMap {
    'notify-me-form': NotifyMeForm;
  }
}
