/** The script of the report, as text. */
declare const text: string;
export default text;
