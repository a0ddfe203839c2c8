import { defineTag } from '../shared/define-tag.js';
import { EtaNotice } from './eta-notice.js';

defineTag('eta-notice', EtaNotice);

declare global {
  interface HTMLElementTagNameMap {
    'eta-notice': EtaNotice;
  }
}
