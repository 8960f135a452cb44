// Socket.IO and nothing else, to compare with: acknowledges a press by its own echo and sends as many
// bytes as a call is to every wall.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false });
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
