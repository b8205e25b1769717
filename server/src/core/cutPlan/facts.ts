/** What a sentence with a fact in it holds: figures, titles, amounts. */
const FACT =
  /[0-9０-９%％《]|[一二两三四五六七八九十百千万亿]{2,}|[一二两三四五六七八九十百千万亿](?:[个名户家条座年月日元亩里米吨台次]|公里)/u;

/** Whether a sentence tells a fact, which is lost when the sentence is cut. */
export function tellsFact(text: string): boolean {
  return FACT.test(text);
}
