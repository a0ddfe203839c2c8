/**
 * What mails and pages say, in one language. The product's title stands beside the sentences and never in them, since in
 * many languages it would have to be inflected. `{product}`, `{count}` and `{price}` are filled in.
 */
export interface Words {
  readonly 'confirm.subject': string;
  readonly 'confirm.lead': string;
  readonly 'confirm.button': string;
  readonly 'confirm.ignore': string;
  readonly 'restock.subject': string;
  readonly 'restock.lead': string;
  readonly 'restock.button': string;
  readonly 'restock.soon': string;
  readonly 'restock.why': string;
  readonly quantity: string;
  readonly price: string;
  readonly 'leave.link': string;
  readonly 'confirm.title': string;
  readonly 'confirm.text': string;
  readonly 'confirmed.title': string;
  readonly 'confirmed.text': string;
  readonly 'leave.title': string;
  readonly 'leave.text': string;
  readonly 'leave.button': string;
  readonly 'left.title': string;
  readonly 'left.text': string;
  readonly 'left.all-button': string;
  readonly 'left.all-text': string;
  readonly 'invalid.title': string;
  readonly 'invalid.text': string;
  readonly 'taken.title': string;
  readonly 'taken.text': string;
  readonly 'failed.title': string;
  readonly 'failed.text': string;
  readonly 'failed.busy': string;
  readonly back: string;
}
