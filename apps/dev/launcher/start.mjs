// npm start. Runs on whatever Node the machine has, so this file stays in syntax that an old one can read:
// it checks the version and only then loads the rest.
const oldest = 20;

if (Number(process.versions.node.split('.')[0]) < oldest) {
  import('./words.mjs').then(({ words }) => {
    console.error(words.oldNode(process.versions.node, oldest));
    process.exitCode = 1;
  });
} else {
  import('./outer.mjs').then(({ outer }) => outer(process.argv.slice(2)));
}
