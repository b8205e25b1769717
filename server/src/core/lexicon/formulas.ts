/**
 * What every report and every speech of office says in the same words, because custom asks for it: the request to
 * deliberate, thanks, credit, the bodies whose supervision is accepted. Nobody has taken it from anybody.
 */
const FORMULAS: readonly RegExp[] = [
  /代表[^，。；]{2,20}[，,]?\s*向(?:大会|会议|全会|主席团)[^。]{0,40}报告[^。]*/gu,
  /请[^。；]{0,12}(?:审议|审查)[^。]*/gu,
  /请[^。；]{0,24}提出(?:宝贵)?(?:意见|建议)/gu,
  /(?:在此，)?(?:我|让我们)[^。！]{0,24}向[^。！]{2,300}(?:感谢|谢意|敬意|祝贺|问候|慰问|祝福)[！。]?/gu,
  /向[^。！]{2,300}(?:表示|致以)[^。！，]{0,8}(?:感谢|谢意|敬意|祝贺|问候|慰问|祝福)[！。]?/gu,
  /(?:是|在于)[^，。；]{2,48}(?:的结果|领航掌舵|科学指引|坚强领导)(?=[，。；])/gu,
  /接受[^，。；]{0,12}(?:人大|政协|纪检|监察|社会|舆论|群众|司法)[^，。；]{0,16}监督/gu,
  /(?:主要)?预期目标(?:是|为)|在实际工作中[^，。；]{0,8}更好结果/gu,
];

/** Where formulas stand in a sentence, by offsets of its text. */
export function* formulasIn(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (const formula of FORMULAS) {
    for (const match of text.matchAll(formula))
      yield { start: match.index, end: match.index + match[0].length };
  }
}
