import { resolve } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { WorkerPool } from '../bulk/workers/workerPool.js';
import { loadSegmenter } from '../segmenter/load.js';
import { logTo } from './log.js';
import { startServer } from './server.js';

const USAGE = `文风讲话稿检查语言服务器 · language server of the speech draft checker Wenfeng ${version}

用法 Usage: wenfeng-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME
            wenfeng-language-server --version | --help

由编辑器启动；检查文件请用命令 wenfeng。
Started by an editor; to check files use the command wenfeng.
`;

const TRANSPORT = /^--(?:stdio|node-ipc|socket(?:=.*)?|pipe(?:=.*)?)$/u;

main(process.argv.slice(2));

function main(args: readonly string[]): void {
  if (args.includes('--version') || args.includes('-v')) {
    process.stdout.write(`${version}\n`);
  } else if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(USAGE);
  } else if (!args.some((arg) => TRANSPORT.test(arg))) {
    process.stderr.write(
      '没有指定通信方式，请加 --stdio（或 --node-ipc）。\n' +
        'No transport was named: add --stdio (or --node-ipc). See --help.\n',
    );
    process.exitCode = 2;
  } else {
    serve();
  }
}

function serve(): void {
  const connection = createConnection(ProposedFeatures.all);
  const log = logTo(connection);
  process.on('unhandledRejection', (reason) => {
    log.error(`unhandled rejection: ${describe(reason)}`);
  });
  process.on('uncaughtException', (error) => {
    // The client is gone: there is nobody left to serve, nor to tell.
    if ('code' in error && error.code === 'EPIPE') process.exit(1);
    log.error(`uncaught exception: ${describe(error)}`);
  });
  // Over IPC nothing else tells at once that the client died.
  process.once('disconnect', () => process.exit(1));
  startServer(connection, {
    version,
    // dist/server.js stands beside docs/.
    rulePages: resolve(__dirname, '../docs/rules'),
    loadSegmenter,
    startWorkers: (count) => new WorkerPool(resolve(__dirname, 'worker.js'), count),
    debounce: 200,
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
