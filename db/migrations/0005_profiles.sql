CREATE TABLE "profiles" (
	"community_id" text NOT NULL,
	"user_id" text NOT NULL,
	"profile" jsonb NOT NULL,
	CONSTRAINT "profiles_community_id_user_id_pk" PRIMARY KEY("community_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_community_id_communities_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("community_id") ON DELETE no action ON UPDATE no action;