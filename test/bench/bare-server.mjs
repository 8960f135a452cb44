// Socket.IO and nothing else, to compare with: acknowledges a press by its own echo and sends as many
// bytes as a call is to every wall.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false });
const [, , , redisUrl = ''] = process.argv;
if (redisUrl !== '') {
  const { createAdapter } = await import('@socket.io/redis-streams-adapter');
  const { createClient } = await import('redis');
  // The adapter reads what clients of this protocol version answer.
  const redis = createClient({ url: redisUrl, RESP: 2 });
  await redis.connect();
  io.adapter(createAdapter(redis));
}
const filler = 'x'.repeat(Number(process.argv[2] ?? 0));

io.on('connection', (socket) => {
  socket.on('subscribe', (_request, ack) => {
    socket.join('walls');
    ack({ ok: true });
  });
  socket.on('command', (request, ack) => {
    ack(request);
    io.to('walls').emit('patch', { id: request.id, filler });
  });
});
http.listen(0, '127.0.0.1', () => process.stdout.write(`serves on 127.0.0.1:${http.address().port}\n`));
