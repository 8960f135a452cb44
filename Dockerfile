# OneWindow 一窗. Build: docker build -t onewindow .   Run: see compose.yaml and docs/operations.md.

FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Nothing depends on install scripts, so none is run.
RUN npm ci --ignore-scripts --include=dev
COPY . .
RUN node scripts/build.mjs

FROM node:22-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --omit=dev

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY LICENSE package.json ./
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# A volume that is made here belongs to whom the folder belonged to.
RUN mkdir /data && chown node:node /data && chmod 700 /data
VOLUME /data
ENV DATA_DIR=/data
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8080}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# node itself, and not npm, which would keep SIGTERM to itself.
CMD ["node", "dist/server/main.js"]
