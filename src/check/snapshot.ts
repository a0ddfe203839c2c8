/** What a page tells the script, as it stands there. */
export interface Settings {
  /** Absolute. */
  readonly endpoint?: string;
  readonly product?: string;
  readonly textField?: string;
  readonly recordField?: string;
  readonly off: boolean;
  /** The settings script is there and is not JSON. */
  readonly broken: boolean;
  /** Text of the availability document that stands in the page. */
  readonly inline?: string;
}

/** What is chosen in a product form. */
export interface Choice {
  readonly id?: string;
  readonly options: Readonly<Record<string, string>>;
}

/** What a shopper has at an instant: the main product form, its button, and what stands beside it. */
export interface Snapshot {
  readonly forms: number;
  readonly button: boolean;
  readonly words: string;
  readonly off: boolean;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly reference?: string;
  readonly choice: Choice;
  readonly quantity?: string;
  /** Names of the fields of ours in the form. */
  readonly fields: readonly string[];
  /** That of the root around the button. */
  readonly state: string;
  /** Words of the notice with the date, where it is in sight. */
  readonly notice: string;
  readonly express: number;
  /** Buttons of product forms that are in sight and on backorder. */
  readonly backorders: number;
  readonly language: string;
}

/** A control by which a shopper chooses: where it is, and what it stands for. */
export interface Control {
  readonly kind: 'field' | 'select' | 'mark';
  readonly name: string;
  readonly value: string;
  /** The value in its place that is chosen now. */
  readonly now: string;
}

/** What can be asked of a page from outside. */
export interface Probe {
  readonly script: () => { readonly src: string; readonly ran: boolean };
  readonly settings: () => Settings;
  readonly system: () => string;
  readonly snapshot: () => Snapshot;
  /** What belongs to the product of the main form. */
  readonly root: () => Element;
  readonly press: () => void;
}

/** How another variant is chosen. */
export interface Picker {
  readonly controls: () => readonly Control[];
  readonly choose: (control: Control, value: string) => void;
}
