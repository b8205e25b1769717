import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const TITLE = `# Third-party notices

Wenfeng contains the work of others, each under the licence that stands below.
`;

/** Files of a package that its licence wants to go with it. */
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/iu;

/**
 * The notices that go with what was made of `files` (paths from the top of the project) and with `others` (folders of
 * packages that are copied).
 * @throws when a package states no licence
 */
export function noticesFor(files, others = []) {
  const folders = [...new Set([...[...files].flatMap((file) => packageFolder(file) ?? []), ...others])];
  // Two packages may each bring their own copy of a third.
  const notices = new Set(folders.map(noticeOf));
  return [TITLE, ...[...notices].sort()].join('\n');
}

/** The folder of the package that a file belongs to; undefined for the project's own. */
export function packageFolder(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(file.replaceAll('\\', '/'))?.[0];
}

function noticeOf(folder) {
  const manifest = path.join(folder, 'package.json');
  // What a package carries of others need not be a package: it is called by its folder.
  const { name, version, license, author } = existsSync(manifest)
    ? JSON.parse(readFileSync(manifest, 'utf8'))
    : { name: path.basename(folder) };
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file) && statSync(path.join(folder, file)).isFile())
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  if (texts.length === 0 && typeof license !== 'string') throw new Error(`${folder} states no licence`);
  return [
    version === undefined ? `## ${name}\n` : `## ${name} ${version}\n`,
    ...(license === undefined ? [] : [`Licence: ${license}\n`]),
    // A package without a copy of its licence has at least somebody who wrote it.
    ...(texts.length > 0 || author === undefined ? [] : [`Author: ${author.name ?? author}\n`]),
    ...texts.map((text) => `\`\`\`text\n${text}\n\`\`\`\n`),
  ].join('\n');
}
