// Where `#libs/NAME` leads when dependencies are checked: to the source, not to the compiled output.
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const libs = join(__dirname, 'libs');
const face = (name) => [`#libs/${name}$`, join(libs, name, 'src/index.ts')];

module.exports = { resolve: { alias: Object.fromEntries(readdirSync(libs).map(face)) } };
