import { SaxesParser } from 'saxes';
import { brokenDocument } from './docxErrors.js';

/** More levels than any word processor writes; deeper ones would overflow the stack of whoever walks them. */
const MAX_DEPTH = 256;

/** The namespaces that are looked at, in both editions of the standard, by the prefix that names have here. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
};

/** An element, with the text and the elements in it. */
export interface XmlElement {
  /** With the prefix that {@link parseXml} gives to its namespace; `?` before names of others. */
  readonly name: string;
  /** Those of a known namespace with their prefix, those of none by their name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}

/** An element, or text. */
export type XmlNode = XmlElement | string;

/**
 * Parses a part of a document strictly. Entities beyond XML's own five are unknown, so nothing outside can be drawn in.
 *
 * @throws {DraftReadError} when it is not well formed, or declares a document type
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const roots: XmlNode[] = [];
  const open: XmlNode[][] = [roots];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type is not allowed');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (open.length > MAX_DEPTH) throw new Error('elements are nested too deeply');
    const children: XmlNode[] = [];
    const known = new Map<string, string>();
    for (const attribute of Object.values(attributes)) {
      const prefix = attribute.uri === '' ? '' : PREFIXES[attribute.uri];
      if (prefix !== undefined) known.set(prefix + attribute.local, attribute.value);
    }
    open.at(-1)?.push({ name: (PREFIXES[uri] ?? '?') + local, attributes: known, children });
    open.push(children);
  });
  parser.on('text', (text) => {
    open.at(-1)?.push(text);
  });
  parser.on('cdata', (text) => {
    open.at(-1)?.push(text);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  try {
    parser.write(decode(bytes)).close();
  } catch (error) {
    throw brokenDocument(error);
  }
  const root = roots.find((node) => typeof node !== 'string');
  if (root === undefined) throw brokenDocument();
  return root;
}

/** The elements of `name` right below an element. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (node): node is XmlElement => typeof node !== 'string' && node.name === name,
  );
}

/** What one gets to from an element by going down by `names`, taking the first of each. */
export function firstBelow(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((current, name) => childrenOf(current, name)[0], element);
}

/** The `w:val` of a property below an element. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return firstBelow(element, name)?.attributes.get('w:val');
}

/** Whether an on-off property below an element is on; undefined when it is not there. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const property = firstBelow(element, name);
  if (property === undefined) return undefined;
  return !['0', 'false', 'off'].includes(property.attributes.get('w:val') ?? '1');
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
