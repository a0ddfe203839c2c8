/**
 * JSON that can stand in a `<script>` element: no text in it ends the script, opens a comment, or breaks a line of old
 * JavaScript. Parsed, it is the same.
 */
export function scriptJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
