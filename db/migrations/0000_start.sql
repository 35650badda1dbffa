CREATE TABLE "asks" (
	"community_id" text NOT NULL,
	"id" uuid NOT NULL,
	"seeker" text NOT NULL,
	"helper" text,
	"target" jsonb,
	"words" jsonb,
	"state" text NOT NULL,
	"state_at" timestamp with time zone NOT NULL,
	"state_data" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "asks_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "board_counts" (
	"community_id" text NOT NULL,
	"period" text NOT NULL,
	"helper" text NOT NULL,
	"credits" integer NOT NULL,
	"place" bigint GENERATED ALWAYS AS IDENTITY (sequence name "board_counts_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	CONSTRAINT "board_counts_community_id_period_helper_pk" PRIMARY KEY("community_id","period","helper")
);
--> statement-breakpoint
CREATE TABLE "communities" (
	"community_id" text PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"external_id" text NOT NULL,
	"settings" jsonb
);
--> statement-breakpoint
CREATE TABLE "helps" (
	"community_id" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"seeker" text NOT NULL,
	"helper" text NOT NULL,
	"ask" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"thanks" text NOT NULL,
	CONSTRAINT "helps_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "thanks" (
	"community_id" text NOT NULL,
	"id" uuid NOT NULL,
	"help" uuid,
	"seeker" text NOT NULL,
	"helper" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"credited" boolean NOT NULL,
	CONSTRAINT "thanks_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"community_id" text NOT NULL,
	"user_id" text NOT NULL,
	"time_zone" text,
	"locale" text,
	"nudges_stopped" boolean DEFAULT false NOT NULL,
	"hidden_from_board" boolean DEFAULT false NOT NULL,
	"refuses_introductions" boolean DEFAULT false NOT NULL,
	CONSTRAINT "members_community_id_user_id_pk" PRIMARY KEY("community_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"community_id" text NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "outbox_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slot" text NOT NULL,
	"revises" text,
	"effect" jsonb,
	"status" text DEFAULT 'waiting' NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"free_at" timestamp with time zone DEFAULT '-infinity' NOT NULL,
	"leased_at" timestamp with time zone,
	"worker" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"unanswered_since" timestamp with time zone,
	"ref" text,
	"why" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "outbox_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"community_id" text NOT NULL,
	"key" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "receipts_community_id_key_pk" PRIMARY KEY("community_id","key")
);
--> statement-breakpoint
CREATE TABLE "relationships" (
	"community_id" text NOT NULL,
	"seeker" text NOT NULL,
	"helper" text NOT NULL,
	"helper_said" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "relationships_community_id_seeker_helper_pk" PRIMARY KEY("community_id","seeker","helper")
);
--> statement-breakpoint
CREATE TABLE "timers" (
	"community_id" text NOT NULL,
	"name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"wake" jsonb NOT NULL,
	CONSTRAINT "timers_community_id_name_pk" PRIMARY KEY("community_id","name")
);
--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_community_id_communities_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_counts" ADD CONSTRAINT "board_counts_community_id_communities_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helps" ADD CONSTRAINT "helps_community_id_communities_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helps" ADD CONSTRAINT "helps_community_id_ask_asks_community_id_id_fk" FOREIGN KEY ("community_id","ask") REFERENCES "public"."asks"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_community_id_communities_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_community_id_help_helps_community_id_id_fk" FOREIGN KEY ("community_id","help") REFERENCES "public"."helps"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_community_id_communities_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_community_id_communities_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_community_id_communities_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_community_id_communities_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timers" ADD CONSTRAINT "timers_community_id_communities_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asks_open_of_seeker" ON "asks" USING btree ("community_id","seeker","helper") WHERE state in ('asked', 'needs-info', 'snoozed', 'with-target', 'undelivered');--> statement-breakpoint
CREATE INDEX "asks_of_helper" ON "asks" USING btree ("community_id","helper","sent_at");--> statement-breakpoint
CREATE INDEX "asks_ended" ON "asks" USING btree ("community_id","seeker","helper","state_at") WHERE state in ('declined', 'expired');--> statement-breakpoint
CREATE INDEX "board_top" ON "board_counts" USING btree ("community_id","period","credits" DESC NULLS LAST,"place");--> statement-breakpoint
CREATE INDEX "helps_of_pair" ON "helps" USING btree ("community_id","seeker","helper");--> statement-breakpoint
CREATE INDEX "helps_unthanked" ON "helps" USING btree ("community_id","seeker","at") WHERE thanks = 'open';--> statement-breakpoint
CREATE INDEX "thanks_of_pair" ON "thanks" USING btree ("community_id","seeker","helper","at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_key" ON "outbox" USING btree ("community_id","key");--> statement-breakpoint
CREATE INDEX "outbox_slot" ON "outbox" USING btree ("community_id","slot","position") WHERE status in ('waiting', 'undelivered', 'ambiguous');--> statement-breakpoint
CREATE INDEX "outbox_revisions" ON "outbox" USING btree ("community_id","revises") WHERE status = 'waiting' and revises is not null;--> statement-breakpoint
CREATE INDEX "outbox_open" ON "outbox" USING btree ("community_id","status") WHERE status in ('waiting', 'undelivered', 'ambiguous', 'dead');--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("due_at","position") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "receipts_old" ON "receipts" USING btree ("community_id","at");--> statement-breakpoint
CREATE INDEX "timers_of_community" ON "timers" USING btree ("community_id","at");--> statement-breakpoint
CREATE INDEX "timers_due" ON "timers" USING btree ("at");