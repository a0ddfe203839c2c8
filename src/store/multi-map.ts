/** Several values by one key. Lists and not sets: most hold one value, of which there are thousands. */
export class MultiMap<Key, Value extends object> extends Map<Key, readonly Value[]> {
  add(key: Key, value: Value): void {
    this.set(key, (this.get(key) ?? []).concat(value));
  }

  remove(key: Key, value: Value): void {
    const others = this.get(key)?.filter((it) => it !== value);
    if (others?.length) this.set(key, others);
    else this.delete(key);
  }
}
