// The sign-up form of a journey's page, as a shopper meets it.
import { waitFor, type ShopPage } from './journey.js';

export interface SignUpForm {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly button: HTMLButtonElement;
  /** Where a sign-up stands: ready, sending, failed, done … */
  readonly phase: () => string;
}

/** Opens the form that has been put into a page, and waits until it can be filled in. */
export async function openSignUp(page: ShopPage): Promise<SignUpForm> {
  const line = '[data-backorder-place] notify-me-form button, notify-me-form[compact] button';
  (
    await waitFor(() => page.document.querySelector<HTMLElement>(line), 'the line that opens the form')
  ).click();
  const input = await waitFor(
    () => page.document.querySelector<HTMLInputElement>('notify-me-form input[type=email]'),
    'the form',
  );
  await waitFor(() => page.document.activeElement === input, 'the focus to be in the field');
  const element = page.find('notify-me-form');
  return {
    element,
    input,
    button: page.find<HTMLButtonElement>('notify-me-form form button'),
    phase: () => element.shadowRoot?.querySelector<HTMLElement>('[part=status]')?.dataset['phase'] ?? '',
  };
}
