import path from 'node:path';
import { readBody, type WordParagraph } from './body.js';
import { Container } from './container.js';
import { brokenDocument } from './docxErrors.js';
import { Numbering } from './numbering.js';
import { Styles } from './styles.js';
import { childrenOf, firstBelow, parseXml, type XmlElement } from './xml.js';

/**
 * The paragraphs of a .docx file, in the order of the text: those of tables cell by cell, those of text boxes after the
 * paragraph that holds the box. Insertions are read and deletions are not; notes, comments, headers and footers, hidden
 * text and the table of contents are left out.
 *
 * @throws {DraftReadError} when the bytes cannot be read as such
 */
export async function readDocx(bytes: Uint8Array): Promise<WordParagraph[]> {
  const container = await Container.open(bytes);
  const main = (await related(container, '', 'officeDocument')) ?? 'word/document.xml';
  const document = await xmlPart(container, main);
  const body = firstBelow(document, 'w:body');
  if (body === undefined) throw brokenDocument();
  const part = async (kind: string): Promise<XmlElement | undefined> => {
    const name = await related(container, main, kind);
    return name === undefined ? undefined : xmlPart(container, name);
  };
  return readBody(body, new Styles(await part('styles')), new Numbering(await part('numbering')));
}

async function xmlPart(container: Container, name: string): Promise<XmlElement | undefined> {
  const bytes = await container.part(name);
  return bytes === undefined ? undefined : parseXml(bytes);
}

/** The name of the part that `from` (empty for the whole file) has a relationship of a kind with. */
async function related(container: Container, from: string, kind: string): Promise<string | undefined> {
  const { dir, base } = path.posix.parse(from);
  const root = await xmlPart(container, path.posix.join(dir, '_rels', `${base}.rels`));
  const relationship = childrenOf(root, 'Relationship').find(
    ({ attributes }) =>
      attributes.get('TargetMode') !== 'External' && attributes.get('Type')?.endsWith(`/${kind}`) === true,
  );
  const target = relationship?.attributes.get('Target');
  // A target counts from the part's folder, or from the top of the file, which it never leaves.
  return target === undefined ? undefined : path.posix.resolve('/', dir, target).slice(1);
}
