import { describe, expect, it } from 'vitest';
import { markdownText, plainText, readDocx } from '../../../../server/src/bulk/docx/index.js';
import { checkDraft } from '../../../../server/src/core/check.js';
import { docxFile, docxOf, level, list, p, r, scheme, type DocxParts } from '../../../word/docxFile.js';

async function textOf(parts: DocxParts | string): Promise<string[]> {
  const bytes = docxFile(typeof parts === 'string' ? { body: parts } : parts);
  return plainText(await readDocx(bytes))
    .split('\n')
    .slice(0, -1);
}

const HEADING =
  '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';

describe('the text of a Word document', () => {
  it('is a paragraph a line, blank ones left out and indents taken off', async () => {
    expect(await textOf(p('同志们：') + p('') + p('　　今天开会。 ') + p('散会。'))).toEqual([
      '同志们：',
      '今天开会。',
      '散会。',
    ]);
    expect(await textOf('')).toEqual([]);
  });

  it('joins the runs of a paragraph, wherever they are wrapped', async () => {
    const body = `<w:p>${r('各村')}<w:hyperlink>${r('要')}</w:hyperlink><w:smartTag>${r('抓')}</w:smartTag><w:proofErr/><w:fldSimple>${r('春')}</w:fldSimple><w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>${r('耕')}</w:sdtContent></w:sdt><w:r><w:noBreakHyphen/><w:sym w:font="x" w:char="2460"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:softHyphen/></w:r></w:p>`;
    expect(await textOf(body)).toEqual(['各村要抓春耕-①']);
  });

  it('reads what was inserted and not what was deleted or moved away', async () => {
    const body = `<w:p>${r('春耕')}<w:ins>${r('备耕')}</w:ins><w:del><w:r><w:delText>防汛</w:delText></w:r></w:del><w:moveFrom>${r('搬走')}</w:moveFrom><w:moveTo>${r('搬来')}</w:moveTo></w:p>`;
    expect(await textOf(body)).toEqual(['春耕备耕搬来']);
  });

  it('goes on with the next paragraph where the end of one was deleted', async () => {
    expect(
      await textOf(
        p('上半句，', '<w:rPr><w:del/></w:rPr>') + p('下半句。') + p('末', '<w:rPr><w:del/></w:rPr>'),
      ),
    ).toEqual(['上半句，下半句。', '末']);
  });

  it('leaves out notes, comments, codes of fields, hidden text and the contents', async () => {
    const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const body =
      `<w:p>${r('今年')}<w:r><w:footnoteReference w:id="1"/></w:r><w:commentRangeStart w:id="1"/>${r('秘', '<w:vanish/>')}${r('显', '<w:vanish w:val="0"/>')}</w:p>` +
      `<w:p>${field('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>${field('separate')}${r('三月五日')}${field('end')}</w:p>` +
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('一、形势\t1')}</w:sdtContent></w:sdt>` +
      p('二、任务\t2', '<w:pStyle w:val="目录1"/>') +
      p('完。');
    const styles = '<w:style w:type="paragraph" w:styleId="目录1"><w:name w:val="toc 1"/></w:style>';
    const parts = { 'word/footnotes.xml': '<x/>', 'word/comments.xml': '<x/>', 'word/header1.xml': '<x/>' };
    expect(await textOf({ body, styles, parts })).toEqual(['今年显', '三月五日', '完。']);
  });

  it('takes tables cell by cell, and text boxes once, after their paragraph', async () => {
    const cell = (text: string): string => `<w:tc>${p(text)}</w:tc>`;
    const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const body =
      `<w:tbl><w:tr>${cell('单位')}${cell('人数')}</w:tr><w:tr>${cell('青石村')}${cell('')}</w:tr></w:tbl>` +
      `<w:p>${r('正文前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><a:x xmlns:a="a">${box('框里')}</a:x></w:drawing></mc:Choice><mc:Fallback><w:pict>${box('框里')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('正文后')}</w:p>`;
    expect(await textOf(body)).toEqual(['单位', '人数', '青石村', '正文前正文后', '框里']);
  });

  it('takes a line that was broken by hand for a paragraph', async () => {
    expect(
      await textOf(
        `<w:p>${r('第一行')}<w:r><w:br/><w:cr/><w:t> 第二行</w:t><w:tab/><w:t>尾</w:t></w:r></w:p>`,
      ),
    ).toEqual(['第一行', '第二行\t尾']);
  });

  it('is read in the strict edition of the standard too', async () => {
    const body = docxFile({
      body: '',
      parts: {
        'word/document.xml':
          '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>严格版。</x:t></x:r></x:p></x:body></x:document>',
      },
    });
    expect(plainText(await readDocx(body))).toBe('严格版。\n');
  });
});

describe('automatic numbering', () => {
  const numbering = scheme(
    1,
    level(0, 'chineseCountingThousand', '%1、'),
    level(1, 'chineseCounting', '（%2）'),
    level(2, 'decimal', '%3.'),
  );

  it('is written before the text as Word shows it, each level counting from one below the next above', async () => {
    const body = [0, 1, 1, 2, 2, 1, 0, 1, 2].map((at, index) => p(`题${index}`, list(1, at))).join('');
    expect(await textOf({ body: p('开头') + body, numbering })).toEqual([
      '开头',
      '一、题0',
      '（一）题1',
      '（二）题2',
      '1.题3',
      '2.题4',
      '（三）题5',
      '二、题6',
      '（一）题7',
      '1.题8',
    ]);
  });

  it('counts on where a list goes on, and anew where a list says so', async () => {
    const again =
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
    const body = [1, 2, 3, 3].map((id) => p('题', list(id))).join('');
    expect(await textOf({ body, numbering: numbering + again })).toEqual([
      '一、题',
      '二、题',
      '一、题',
      '二、题',
    ]);
  });

  it('comes from the style of a paragraph, and not where the paragraph refuses it', async () => {
    const bound = scheme(
      5,
      level(0, 'japaneseCounting', '%1、', '<w:pStyle w:val="1"/>'),
      level(1, 'decimal', '%2、', '<w:pStyle w:val="2"/>'),
    );
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>';
    const styled = (id: string, text: string, more = ''): string =>
      p(text, `<w:pStyle w:val="${id}"/>${more}`);
    const body = styled('1', '甲') + styled('2', '乙') + styled('1', '丙') + styled('1', '丁', list(0));
    expect(await textOf({ body, styles, numbering: bound })).toEqual(['一、甲', '1、乙', '二、丙', '丁']);
  });

  it('is followed by a tab where no mark parts it from the text', async () => {
    const chapters = scheme(
      1,
      level(0, 'chineseCounting', '第%1章'),
      level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
    );
    expect(await textOf({ body: p('总则', list(1)) + p('2026年', list(1, 1)), numbering: chapters })).toEqual(
      ['第一章\t总则', '1.1\t2026年'],
    );
  });

  it('leaves bullets out of plain text and makes lists of them in Markdown', async () => {
    const bytes = docxFile({
      body: p('要做到：') + p('人到', list(1)) + p('心到', list(1)) + p('散会'),
      numbering: scheme(1, level(0, 'bullet', '\uF0B7')),
    });
    const paragraphs = await readDocx(bytes);
    expect(plainText(paragraphs)).toBe('要做到：\n人到\n心到\n散会\n');
    expect(markdownText(paragraphs)).toBe('要做到：\n\n- 人到\n- 心到\n\n散会\n');
  });

  it('raises no alarm about points that only the numbering counts, and finds those that lack', async () => {
    const speech = (points: number): Uint8Array =>
      docxFile({
        body:
          p('同志们：') +
          p('下面，我讲三点意见。') +
          Array.from(
            { length: points },
            (_, index) =>
              p(['把准备做足', '把责任落实', '把工作做细'][index] ?? '', list(1)) +
              p(
                [
                  '今年的春耕来得早，种子和农机要先到田头。',
                  '各村的干部要包到户，谁的地谁清楚。',
                  '回去以后马上开会，把今天说的事讲给每一户听。',
                ][index] ?? '',
              ),
          ).join(''),
        numbering,
      });
    const rulesIn = async (bytes: Uint8Array): Promise<string[]> =>
      checkDraft(plainText(await readDocx(bytes)), { format: 'plain' }).findings.map(({ rule }) => rule);
    expect(await rulesIn(speech(3))).toEqual([]);
    expect(await rulesIn(speech(2))).toEqual(['announced-count']);
  });
});

describe('a Word document in Markdown', () => {
  it('has headings by style, and text that no reader takes for markup', async () => {
    const bytes = docxFile({
      body:
        p('一、抓_春耕_', '<w:pStyle w:val="1"/>') +
        p('*重点*是<水>与[电] &amp; 1. 路') +
        p('3. 种子') +
        p('- 农机'),
      styles: HEADING,
    });
    expect(markdownText(await readDocx(bytes))).toBe(
      '# 一、抓\\_春耕\\_\n\n\\*重点\\*是\\<水\\>与\\[电\\] &amp;amp; 1. 路\n\n3\\. 种子\n\n\\- 农机\n',
    );
  });

  it('says the same as in plain text', async () => {
    const bytes = docxOf('同志们：', '会上，省委**同志讲了#1号文件。', '1.春耕', '> 完');
    const paragraphs = await readDocx(bytes);
    const plain = checkDraft(plainText(paragraphs), { format: 'plain' }).draft;
    const markdown = checkDraft(markdownText(paragraphs), { format: 'markdown' }).draft;
    expect(markdown.paragraphs.map(({ text }) => text)).toEqual(plain.paragraphs.map(({ text }) => text));
  });
});
