/** A product form, in a section as themes have them. */
export function productForm(
  inside: string,
  attributes = 'action="/cart/add" method="post"',
  around = '',
): HTMLFormElement {
  const place = document.createElement('main');
  place.dataset.test = '';
  place.innerHTML = `<section ${around}><form ${attributes}>${inside}</form></section>`;
  document.body.append(place);
  return place.querySelector('form') as HTMLFormElement;
}

export function removeForms(): void {
  for (const place of document.querySelectorAll('main[data-test]')) place.remove();
}
