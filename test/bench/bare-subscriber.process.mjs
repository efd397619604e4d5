// Counts messages and does nothing else: says when it listens, and when it has heard so many as it was told to.
import { connectAsync } from 'mqtt';

const [url, account, filter] = process.argv.slice(2);
const client = await connectAsync(url, { ...JSON.parse(account), clientId: `bare-${process.pid}`, protocolVersion: 4 });
let heard = 0;
let wanted = Infinity;
const tell = () => {
  if (heard < wanted) return;
  process.send('heard');
  [heard, wanted] = [0, Infinity];
};
client.on('message', (_topic, _payload, { retain }) => {
  if (retain) return;
  heard += 1;
  tell();
});
process.on('message', (count) => {
  wanted = count;
  tell();
});
await client.subscribeAsync(filter, { qos: 1 });
process.send('listens');
