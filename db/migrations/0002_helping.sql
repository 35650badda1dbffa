CREATE TABLE "offers" (
	"community_id" text NOT NULL,
	"user_id" text NOT NULL,
	"offer" jsonb NOT NULL,
	CONSTRAINT "offers_community_id_user_id_pk" PRIMARY KEY("community_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "watches" (
	"community_id" text NOT NULL,
	"seeker" text NOT NULL,
	"need" text NOT NULL,
	"watch" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "watches_community_id_seeker_need_pk" PRIMARY KEY("community_id","seeker","need")
);
--> statement-breakpoint
CREATE TABLE "received" (
	"community_id" text NOT NULL,
	"ask" uuid NOT NULL,
	"as_role" text NOT NULL,
	"user_id" text NOT NULL,
	"seeker" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"came" text NOT NULL,
	CONSTRAINT "received_community_id_ask_as_role_user_id_pk" PRIMARY KEY("community_id","ask","as_role","user_id")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"community_id" text NOT NULL,
	"id" uuid NOT NULL,
	"report" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "reports_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
DROP INDEX "asks_ended";--> statement-breakpoint
ALTER TABLE "helps" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "refuses_asks" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "discretion" jsonb;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_community_id_communities_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watches" ADD CONSTRAINT "watches_community_id_communities_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "received" ADD CONSTRAINT "received_community_id_communities_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "received" ADD CONSTRAINT "received_community_id_ask_asks_community_id_id_fk" FOREIGN KEY ("community_id","ask") REFERENCES "public"."asks"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_community_id_communities_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "received_by" ON "received" USING btree ("community_id","user_id","as_role","at");--> statement-breakpoint
CREATE INDEX "received_from" ON "received" USING btree ("community_id","seeker","at");--> statement-breakpoint
CREATE INDEX "reports_open" ON "reports" USING btree ("community_id","settled_at","at");--> statement-breakpoint
CREATE INDEX "asks_of_seeker" ON "asks" USING btree ("community_id","seeker","state_at","id");--> statement-breakpoint
CREATE INDEX "asks_ended" ON "asks" USING btree ("community_id","seeker","helper","state_at") WHERE state in ('declined', 'expired', 'withdrawn');--> statement-breakpoint
INSERT INTO "received" ("community_id", "ask", "as_role", "user_id", "seeker", "at", "came")
SELECT "community_id", "id", 'helper', "helper", "seeker", "sent_at",
	CASE "state" WHEN 'asked' THEN 'waiting' WHEN 'undelivered' THEN 'waiting' ELSE 'answered' END
FROM "asks" WHERE "sent_at" IS NOT NULL AND "helper" IS NOT NULL AND "state" <> 'withdrawn';--> statement-breakpoint
INSERT INTO "received" ("community_id", "ask", "as_role", "user_id", "seeker", "at", "came")
SELECT "community_id", "id", 'target', "state_data" -> 'person' ->> 'user', "seeker", "state_at", 'waiting'
FROM "asks" WHERE "state" = 'with-target' AND "state_data" -> 'person' ->> 'who' = 'member';
