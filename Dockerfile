FROM node:24.21.0-bookworm-slim AS pages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN ["npm", "ci"]
COPY web web
COPY gallery gallery
COPY seeds seeds
COPY src src
RUN ["npm", "run", "build:web"]

FROM node:24.21.0-bookworm-slim AS modules
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN ["npm", "ci", "--omit=dev"]

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DANGBO_SCALE=none
WORKDIR /app
COPY --from=modules /app/node_modules node_modules
COPY --from=pages /app/dist dist
COPY package.json tsconfig.json ./
COPY gallery gallery
COPY trusted-documents trusted-documents
COPY migrations migrations
COPY seeds seeds
COPY scripts scripts
COPY src src
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "scripts/healthcheck.ts"]
CMD ["node", "--import", "tsx", "src/start.ts"]
